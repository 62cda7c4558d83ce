package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnknownOptionTest {

    @Test
    void findsAnOptionThatNoKernelKnows() {
        check(new UnknownOption(), Machines.commandLine("quiet pci=«foo»,nomsi"))
                .says("the kernel knows no option 'foo' of pci=")
                .fixLeaves("quiet pci=nomsi");
    }

    @Test
    void namesWhatMayBeMeant() {
        check(new UnknownOption(), Machines.commandLine("pci=«realoc»"))
                .fixLeaves("pci=realloc");
    }

    @Test
    void acceptsKnownOptions() {
        check(new UnknownOption(), Machines.commandLine("pci=realloc,nomsi,hpmemsize=16M"));
    }
}
