package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NeverFoundTest {

    @Test
    void findsAFunctionWithoutFunction0() {
        check(new NeverFound(), Machines.pc("""
                device «01.1»
                """))
                .says("there is no function 0 of device 01");
    }

    @Test
    void findsADeviceNumberThatAPortHasNot() {
        check(new NeverFound(), Machines.pc("""
                bridge 01.0 root-port { device «01.0» }
                """))
                .says("below a PCIe port the kernel looks at device 00 only");
    }

    @Test
    void acceptsFunctionsBesideFunction0() {
        check(new NeverFound(), Machines.pc("""
                device 01.0
                device 01.1
                """));
    }

    @Test
    void acceptsAnyDeviceOfAConventionalBus() {
        check(new NeverFound(), Machines.pc("""
                bridge 01.0 pci { device 09.0 }
                """));
    }
}
