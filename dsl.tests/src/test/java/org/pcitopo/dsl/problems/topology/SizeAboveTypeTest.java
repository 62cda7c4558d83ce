package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class SizeAboveTypeTest {

    @Test
    void findsA32BitBarOf4G() {
        check(new SizeAboveType(), Machines.pc("""
                device 01.0 { BAR 0 [mem size «4G»] }
                """))
                .says("a 32-bit memory BAR has at most 2G")
                .helps("write 64bit");
    }

    @Test
    void findsALargeIoBar() {
        check(new SizeAboveType(), Machines.pc("""
                device 01.0 { BAR 0 [io size «128K»] }
                """))
                .says("an I/O BAR has at most 64K");
    }

    @Test
    void accepts64BitBarsOfAnySize() {
        check(new SizeAboveType(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 64G 64bit pref] }
                """));
    }
}
