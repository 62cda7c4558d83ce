package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class OrderNegativeTest {

    @Test
    void saysThatTheBarIsLost() {
        check(new OrderNegative(), Machines.commandLine("pci=resource_alignment=«-1»@00:01.0"))
                .says("order -1 is negative")
                .says("the BARs are lost");
    }

    @Test
    void acceptsAnOrderOf0() {
        check(new OrderNegative(), Machines.commandLine("pci=resource_alignment=0@00:01.0"));
    }
}
