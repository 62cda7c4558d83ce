package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class DuplicateAddressTest {

    @Test
    void findsTwoFunctionsAtOnePlace() {
        check(new DuplicateAddress(), Machines.pc("""
                device 01.0 a
                device «01.0» b
                """))
                .says("there is a function at 01.0 of this bus already");
    }

    @Test
    void comparesFullAddressesWithShortOnes() {
        check(new DuplicateAddress(), Machines.pc("""
                device 01.0 a
                device «0000:00:01.0» b
                """));
    }

    @Test
    void findsAPluggedFunctionWhereOneIs() {
        check(new DuplicateAddress(), Machines.pcBoot("""
                bridge 01.0 port { device 00.0 }
                """, """
                    plug device «00.0» below port
                """));
    }

    @Test
    void letsBusesHaveTheSamePlaces() {
        check(new DuplicateAddress(), Machines.pc("""
                bridge 01.0 { device 00.0 }
                bridge 02.0 { device 00.0 }
                """));
    }
}
