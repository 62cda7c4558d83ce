package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class AddressContradictsPlaceTest {

    @Test
    void findsAnAddressOnAnotherBus() {
        check(new AddressContradictsPlace(), Machines.pc("""
                device «0000:05:01.0»
                """))
                .says("0000:05:01.0 stands where 0000:00:01.0 belongs");
    }

    @Test
    void acceptsTheFullAddressOfItsPlace() {
        check(new AddressContradictsPlace(), Machines.pc("""
                device 0000:00:01.0
                """));
    }
}
