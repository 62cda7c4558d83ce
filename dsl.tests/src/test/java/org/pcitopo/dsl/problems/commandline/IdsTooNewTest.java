package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class IdsTooNewTest {

    @Test
    void findsIdsBefore4Dot8() {
        check(new IdsTooNew(), Machines.commandLine("4.7", "pci=resource_alignment=«pci:1b36:0007»"))
                .says("are read since Linux 4.8; this one cannot be read by Linux 4.7");
    }

    @Test
    void acceptsThemFrom4Dot8() {
        check(new IdsTooNew(), Machines.commandLine("4.8", "pci=resource_alignment=pci:1b36:0007"));
    }
}
