package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NoresizeOnMainlineTest {

    @Test
    void findsItBehindAnAddress() {
        check(new NoresizeOnMainline(), Machines.commandLine("pci=resource_alignment=16@00:01.0«:noresize»"))
                .says("the entry cannot be read")
                .fixLeaves("16@00:01.0\"");
    }

    @Test
    void saysThatItAppliesBehindIds() {
        check(new NoresizeOnMainline(), Machines.commandLine("pci=resource_alignment=16@pci:1b36:0007«:noresize»"))
                .says("the entry applies as if it were not there");
    }

    @Test
    void acceptsItInTheSeries() {
        check(new NoresizeOnMainline(), Machines.pcBoot("""
                device 01.0
                """, """
                    rules vfio-mmap-v4
                    command-line "pci=resource_alignment=16@00:01.0:noresize"
                """));
    }
}
