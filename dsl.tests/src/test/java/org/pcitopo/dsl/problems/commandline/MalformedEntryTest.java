package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MalformedEntryTest {

    @Test
    void findsAnEntryWithoutFunction() {
        check(new MalformedEntry(), Machines.commandLine("pci=resource_alignment=«16@00:01»;16@00:02.0"))
                .says("'16@00:01' cannot be read")
                .says("the entry behind it has no effect");
    }

    @Test
    void acceptsAnEntry() {
        check(new MalformedEntry(), Machines.commandLine("pci=resource_alignment=16@00:01.0"));
    }
}
