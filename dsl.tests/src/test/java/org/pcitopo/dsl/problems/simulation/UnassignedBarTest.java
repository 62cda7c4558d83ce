package org.pcitopo.dsl.problems.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.Problem.RelatedPlace;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.Machines;

class UnassignedBarTest {

    @Test
    void tellsTheChainOfWindows() {
        check(new UnassignedBar(), Machines.pc("""
                device 01.0 gpu { «BAR 0 [mem size 512M]» }
                """))
                .says("BAR 0 (512M) of 0000:00:01.0 gpu finds no place")
                .says("it needs 512M at a multiple of 512M. Window 1 of host 0000:00 (0x80000000-0x8fffffff) had 256M free, 256M in one piece.")
                .isOf(Severity.WARNING);
    }

    @Test
    void goesThroughTheBridge() {
        check(new UnassignedBar(), Machines.pc("""
                bridge 01.0 port {
                    window [mem 0x80000000-0x800fffff]
                    device 00.0 nic { «BAR 0 [mem size 4M]» }
                }
                """))
                .says("The mem window of port (0x80000000-0x800fffff) had 1M free, 1M in one piece. It would need a hole that is 3M larger")
                .helps("add pci=realloc to the command line");
    }

    @Test
    void leadsToTheWindowThatHadNoRoom() {
        List<RelatedPlace> related = check(new UnassignedBar(), Machines.pc("""
                bridge 01.0 port {
                    window [mem 0x80000000-0x800fffff]
                    device 00.0 nic { «BAR 0 [mem size 4M]» }
                }
                """)).first().related();
        assertEquals("The mem window of port (0x80000000-0x800fffff) had 1M free, 1M in one piece.", related.get(0).message());
    }

    @Test
    void takesARomLightly() {
        check(new UnassignedBar(), Machines.pc("""
                device 01.0 gpu { «ROM [mem size 512M]» }
                """))
                .isOf(Severity.INFO);
    }

    @Test
    void acceptsABarThatFits() {
        check(new UnassignedBar(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 128M] }
                """));
    }
}
