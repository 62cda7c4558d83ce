package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NumberOutOfRangeTest {

    @Test
    void findsASlotThatIsTakenForAnother() {
        check(new NumberOutOfRange(), Machines.commandLine("pci=resource_alignment=16@«00:21.0»"))
                .says("the kernel drops the upper bits of slot 21 and takes it for 1");
    }

    @Test
    void findsASlotThatNeverMatches() {
        check(new NumberOutOfRange(), Machines.commandLine("4.14", "pci=resource_alignment=16@«00:21.0»"))
                .says("slot numbers end at 1f");
    }

    @Test
    void acceptsTheLastSlot() {
        check(new NumberOutOfRange(), Machines.commandLine("pci=resource_alignment=16@00:1f.7"));
    }
}
