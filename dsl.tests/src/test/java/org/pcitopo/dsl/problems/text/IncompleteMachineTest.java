package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class IncompleteMachineTest {

    @Test
    void findsABootWithoutHost() {
        check(new IncompleteMachine(), """
                boot «b» { }
                """)
                .says("has no host");
    }

    @Test
    void acceptsAHostOnAPlatform() {
        check(new IncompleteMachine(), Machines.pc("""
                device 01.0
                """));
    }
}
