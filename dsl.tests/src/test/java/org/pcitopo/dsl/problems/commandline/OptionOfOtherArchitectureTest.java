package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class OptionOfOtherArchitectureTest {

    @Test
    void findsAnX86OptionOnArm() {
        check(new OptionOfOtherArchitecture(), Machines.arm64Boot("""
                device 01.0
                """, """
                    command-line "pci=«nocrs»"
                """))
                .says("a kernel for aarch64 ignores it")
                .fixRemoves("pci=nocrs");
    }

    @Test
    void acceptsItOnX86() {
        check(new OptionOfOtherArchitecture(), Machines.commandLine("pci=nocrs"));
    }
}
