package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class CommaBetweenEntriesTest {

    @Test
    void offersASemicolon() {
        check(new CommaBetweenEntries(), Machines.commandLine("pci=resource_alignment=00:01.0,«00:02.0»"))
                .says("the comma before '00:02.0' ends the list")
                .fixLeaves("00:01.0;00:02.0");
    }

    @Test
    void acceptsSemicolons() {
        check(new CommaBetweenEntries(), Machines.commandLine("pci=resource_alignment=00:01.0;00:02.0"));
    }
}
