package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.Machines;

class MsixTableTrapsBarTest {

    @Test
    void findsATableWhosePageIsTheWholeBar() {
        check(new MsixTableTrapsBar(), Machines.arm64("""
                device 01.0 nvme passthrough { «BAR 0 [mem size 64K 64bit]» msi-x 136 table BAR 0 offset 0x2000 pba BAR 0 offset 0x3000 }
                """))
                .says("holds the MSI-X table, and its pages of 64K cover all of it")
                .isOf(Severity.WARNING);
    }

    @Test
    void findsAKernelThatRefusesTheTablesPages() {
        check(new MsixTableTrapsBar(), Machines.pcBoot("""
                device 01.0 nvme passthrough { «BAR 0 [mem size 16K 64bit]» msi-x 136 table BAR 0 offset 0x2000 pba BAR 0 offset 0x3000 }
                """, """
                    linux 4.14
                """))
                .says("those pages cannot be mapped on Linux 4.14 (they can on 4.16 and newer)")
                .isOf(Severity.INFO);
    }

    @Test
    void acceptsATableInAPageOfItsOwn() {
        check(new MsixTableTrapsBar(), Machines.pc("""
                device 01.0 nvme passthrough { BAR 0 [mem size 16K 64bit] msi-x 136 table BAR 0 offset 0x2000 pba BAR 0 offset 0x3000 }
                """));
    }

    @Test
    void looksAtPassedFunctionsAlone() {
        check(new MsixTableTrapsBar(), Machines.arm64("""
                device 01.0 nvme { BAR 0 [mem size 64K 64bit] msi-x 136 table BAR 0 offset 0x2000 pba BAR 0 offset 0x3000 }
                """));
    }
}
