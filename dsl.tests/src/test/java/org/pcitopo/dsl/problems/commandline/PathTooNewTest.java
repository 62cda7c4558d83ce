package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class PathTooNewTest {

    @Test
    void findsAPathBefore4Dot19() {
        check(new PathTooNew(), Machines.commandLine("4.14, 4.18", "pci=resource_alignment=«00:01.0/00.0»"))
                .says("since Linux 4.19; '00:01.0' is taken for the device by Linux 4.14 and 4.18");
    }

    @Test
    void acceptsItFrom4Dot19() {
        check(new PathTooNew(), Machines.commandLine("4.19", "pci=resource_alignment=00:01.0/00.0"));
    }
}
