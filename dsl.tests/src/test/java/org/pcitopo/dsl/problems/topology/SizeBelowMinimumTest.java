package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class SizeBelowMinimumTest {

    @Test
    void findsASmallMemoryBar() {
        check(new SizeBelowMinimum(), Machines.pc("""
                device 01.0 { BAR 0 [mem size «8»] }
                """))
                .says("a memory BAR has at least 16 B")
                .fixLeaves("[mem size 16]");
    }

    @Test
    void findsASmallIoBar() {
        check(new SizeBelowMinimum(), Machines.pc("""
                device 01.0 { BAR 0 [io size «2»] }
                """))
                .says("an I/O BAR has at least 4 B");
    }

    @Test
    void findsASmallRom() {
        check(new SizeBelowMinimum(), Machines.pc("""
                device 01.0 { ROM [mem size «1K»] }
                """))
                .says("a ROM has at least 2K");
    }

    @Test
    void acceptsTheSmallest() {
        check(new SizeBelowMinimum(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 16] BAR 1 [io size 4] ROM [mem size 2K] }
                """));
    }
}
