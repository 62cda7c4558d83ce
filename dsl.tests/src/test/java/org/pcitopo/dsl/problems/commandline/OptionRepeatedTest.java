package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class OptionRepeatedTest {

    @Test
    void pointsAtTheOneWithoutEffect() {
        check(new OptionRepeated(), Machines.commandLine("pci=«resource_alignment=16@00:01.0» pci=resource_alignment=16@00:02.0"))
                .says("the last one replaces this one wholly");
    }

    @Test
    void acceptsDifferentOptions() {
        check(new OptionRepeated(), Machines.commandLine("pci=hpiosize=4K pci=hpmemsize=4M"));
    }
}
