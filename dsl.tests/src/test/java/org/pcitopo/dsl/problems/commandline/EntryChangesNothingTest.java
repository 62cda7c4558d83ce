package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class EntryChangesNothingTest {

    @Test
    void findsARequestThatIsMetAlready() {
        check(new EntryChangesNothing(), Machines.pcBoot("""
                device 01.0 { BAR 0 [mem size 64K] }
                """, """
                    command-line "pci=resource_alignment=«16@00:01.0»"
                """))
                .says("changes nothing")
                .says("at least 64K already");
    }

    @Test
    void acceptsARequestThatEnlarges() {
        check(new EntryChangesNothing(), Machines.commandLine("pci=resource_alignment=16@00:01.0"));
    }
}
