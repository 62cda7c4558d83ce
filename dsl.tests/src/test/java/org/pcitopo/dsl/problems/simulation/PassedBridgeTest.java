package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class PassedBridgeTest {

    @Test
    void findsABridgeThatIsMarked() {
        check(new PassedBridge(), Machines.pc("""
                bridge 01.0 «port» passthrough { device 00.0 }
                """))
                .says("vfio-pci binds no bridges");
    }

    @Test
    void acceptsTheFunctionsBelow() {
        check(new PassedBridge(), Machines.pc("""
                bridge 01.0 port { device 00.0 passthrough }
                """));
    }
}
