package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MsixOutsideBarTest {

    @Test
    void findsATableThatPassesTheEnd() {
        check(new MsixOutsideBar(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 16K] «msi-x 136 table BAR 0 offset 0x3800 pba BAR 0 offset 0x3000» }
                """))
                .says("MSI-X table takes 2176 B at offset 0x3800 of BAR 0, which ends at 0x3fff");
    }

    @Test
    void findsPendingBitsThatPassTheEnd() {
        check(new MsixOutsideBar(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 4K] «msi-x 4 table BAR 0 offset 0x0 pba BAR 0 offset 0x1000» }
                """))
                .says("MSI-X pending bits take");
    }

    @Test
    void acceptsATableThatEndsWithItsBar() {
        check(new MsixOutsideBar(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 4K] msi-x 128 table BAR 0 offset 0x800 pba BAR 0 offset 0x0 }
                """));
    }

    @Test
    void saysNothingOfPendingBitsThatNobodyWrote() {
        check(new MsixOutsideBar(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 4K] msi-x 256 table BAR 0 offset 0x0 }
                """));
    }
}
