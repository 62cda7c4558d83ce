package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class OptionOfOtherReleaseTest {

    @Test
    void findsAnOptionThatCameLater() {
        check(new OptionOfOtherRelease(), Machines.commandLine("4.19, 5.4", "pci=«hpmmiosize=4M»"))
                .says("exists since Linux 5.5; it is ignored by Linux 4.19 and 5.4");
    }

    @Test
    void acceptsItWhereItIsKnown() {
        check(new OptionOfOtherRelease(), Machines.commandLine("5.5", "pci=hpmmiosize=4M"));
    }
}
