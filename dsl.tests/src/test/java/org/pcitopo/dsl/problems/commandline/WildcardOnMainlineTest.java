package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class WildcardOnMainlineTest {

    @Test
    void findsAWildcard() {
        check(new WildcardOnMainline(), Machines.commandLine("pci=resource_alignment=«*:*:*.*»;16@00:01.0"))
                .says("so that the entry behind it has no effect");
    }

    @Test
    void acceptsItInTheSeries() {
        check(new WildcardOnMainline(), Machines.pcBoot("""
                device 01.0
                """, """
                    rules vfio-mmap-v4
                    command-line "pci=resource_alignment=*:*:*.*"
                """));
    }
}
