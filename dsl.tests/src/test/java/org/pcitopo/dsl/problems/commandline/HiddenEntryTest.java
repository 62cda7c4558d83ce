package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class HiddenEntryTest {

    @Test
    void namesTheEntryThatHidesIt() {
        check(new HiddenEntry(), Machines.commandLine("pci=resource_alignment=16@pci:1b36:0007;«20@00:01.0»"))
                .says("is matched by '16@pci:1b36:0007' before")
                .fixLeaves("16@pci:1b36:0007\"");
    }

    @Test
    void acceptsEntriesForDifferentFunctions() {
        check(new HiddenEntry(), Machines.commandLine("pci=resource_alignment=16@00:01.0;20@00:02.0"));
    }
}
