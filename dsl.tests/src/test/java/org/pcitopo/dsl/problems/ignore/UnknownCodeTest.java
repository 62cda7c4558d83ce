package org.pcitopo.dsl.problems.ignore;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnknownCodeTest {

    @Test
    void findsACodeThatDoesNotExist() {
        check(new UnknownCode(), Machines.pc("""
                device 01.0 a   // ignore «PCI999»: no reason
                """))
                .says("no problem has the code PCI999");
    }

    @Test
    void acceptsACodeThatDoes() {
        check(new UnknownCode(), Machines.pc("""
                device 01.0 a   // ignore PCI301: the guest does not use it
                """));
    }
}
