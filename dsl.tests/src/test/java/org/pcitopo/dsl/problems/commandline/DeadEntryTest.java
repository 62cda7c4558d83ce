package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class DeadEntryTest {

    @Test
    void pointsAtWhatIsNeverReached() {
        check(new DeadEntry(), Machines.commandLine("pci=resource_alignment=garbage;«16@00:01.0»"))
                .says("the list ends at 'garbage'");
    }

    @Test
    void acceptsAListWithoutErrors() {
        check(new DeadEntry(), Machines.commandLine("pci=resource_alignment=16@00:01.0;16@00:02.0"));
    }
}
