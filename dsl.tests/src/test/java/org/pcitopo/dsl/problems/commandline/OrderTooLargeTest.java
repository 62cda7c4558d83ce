package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class OrderTooLargeTest {

    @Test
    void findsAnOrderAbove63() {
        check(new OrderTooLarge(), Machines.commandLine("pci=resource_alignment=«64»@00:01.0"))
                .says("orders end at 63")
                .says("uses 4K instead");
    }

    @Test
    void findsAnOrderThat32BitsCannotShift() {
        check(new OrderTooLarge(), Machines.commandLine("4.18", "pci=resource_alignment=«31»@00:01.0"))
                .says("computed with 32 bits, as by Linux 4.18, it comes to");
    }

    @Test
    void acceptsAnOrderOf24() {
        check(new OrderTooLarge(), Machines.commandLine("pci=resource_alignment=24@00:01.0"));
    }
}
