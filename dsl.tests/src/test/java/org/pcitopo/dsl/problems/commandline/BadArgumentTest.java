package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class BadArgumentTest {

    @Test
    void findsASizeThatIsNone() {
        check(new BadArgument(), Machines.commandLine("pci=hpmemsize=«lots»"))
                .says("'lots' is nothing that hpmemsize= can take")
                .helps("write a size");
    }

    @Test
    void findsTrailingText() {
        check(new BadArgument(), Machines.commandLine("pci=hpmemsize=16M«iB»"))
                .says("the kernel does not look at 'iB'")
                .fixLeaves("pci=hpmemsize=16M\"");
    }

    @Test
    void acceptsSizesAndWords() {
        check(new BadArgument(), Machines.commandLine("pci=hpmemsize=16M,realloc=off,ecrc=on"));
    }
}
