package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MatchesEverythingTest {

    @Test
    void findsTheIdsThatMatchAll() {
        check(new MatchesEverything(), Machines.commandLine("pci=resource_alignment=16@«pci:0:0»"))
                .says("bridges too");
    }

    @Test
    void acceptsIds() {
        check(new MatchesEverything(), Machines.commandLine("pci=resource_alignment=16@pci:1b36:0007"));
    }

    @Test
    void namesWhatGuestsGetInstead() {
        check(new MatchesEverything(), Machines.pcBoot("device 01.0 small passthrough { id 1b36:0007 class 0x080501 BAR 0 [mem size 256] }",
                "    command-line \"pci=resource_alignment=16@«pci:0:0»\"")).fixLeaves("resource_alignment=16@pci:1b36:0007\"");
    }

    @Test
    void namesNothingWhereNothingIsHandedOut() {
        check(new MatchesEverything(), Machines.commandLine("pci=resource_alignment=16@«pci:0:0»")).helps("name the ids or addresses");
    }
}
