package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class DuplicateNameTest {

    @Test
    void findsTwoTypesOfOneName() {
        check(new DuplicateName(), """
                device-type nvme { }
                device-type «nvme» { }
                """)
                .says("'nvme' is the name of something else already");
    }

    @Test
    void findsTwoFunctionsOfOneName() {
        check(new DuplicateName(), Machines.pc("""
                device 01.0 nic
                device 02.0 «nic»
                """));
    }

    @Test
    void letsATypeAndAFunctionHaveOneName() {
        check(new DuplicateName(), "device-type nic { }\n" + Machines.pc("""
                device 01.0 nic : nic
                """));
    }
}
