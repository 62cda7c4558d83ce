package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MatchesNothingTest {

    @Test
    void findsAnAddressOfNoFunction() {
        check(new MatchesNothing(), Machines.commandLine("pci=resource_alignment=«16@00:09.0»"))
                .says("no function of box matches '16@00:09.0'")
                .fixRemoves("resource_alignment");
    }

    @Test
    void acceptsAnAddressOfTheHost() {
        check(new MatchesNothing(), Machines.commandLine("pci=resource_alignment=16@00:01.0"));
    }
}
