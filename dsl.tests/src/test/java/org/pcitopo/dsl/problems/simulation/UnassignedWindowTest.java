package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnassignedWindowTest {

    @Test
    void tellsWhatItNeeds() {
        check(new UnassignedWindow(), Machines.pc("""
                bridge 01.0 «port» { device 00.0 { BAR 0 [mem size 512M] } }
                """))
                .says("mem window (512M) of 0000:00:01.0 port finds no place");
    }

    @Test
    void acceptsAWindowThatFits() {
        check(new UnassignedWindow(), Machines.pc("""
                bridge 01.0 { device 00.0 { BAR 0 [mem size 16M] } }
                """));
    }
}
