package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MsixOnIoBarTest {

    @Test
    void findsATableInAnIoBar() {
        check(new MsixOnIoBar(), Machines.pc("""
                device 01.0 { BAR 0 [io size 256] BAR 1 [mem size 4K] «msi-x 4 table BAR 0 offset 0x0 pba BAR 1 offset 0x0» }
                """))
                .says("MSI-X table lies in BAR 0, which is an I/O BAR");
    }

    @Test
    void acceptsAMemoryBar() {
        check(new MsixOnIoBar(), Machines.pc("""
                device 01.0 { BAR 0 [io size 256] BAR 1 [mem size 4K] msi-x 4 table BAR 1 offset 0x0 pba BAR 1 offset 0x800 }
                """));
    }
}
