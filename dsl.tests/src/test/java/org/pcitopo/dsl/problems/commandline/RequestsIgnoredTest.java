package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class RequestsIgnoredTest {

    @Test
    void findsRequestsUnderProbeOnly() {
        check(new RequestsIgnored(), Machines.arm64Boot("""
                device 01.0
                """, """
                    probe-only
                    command-line "pci=resource_alignment=«16@00:01.0»"
                """))
                .says("ignores every alignment request");
    }

    @Test
    void acceptsThemElsewhere() {
        check(new RequestsIgnored(), Machines.arm64Boot("""
                device 01.0
                """, """
                    command-line "pci=resource_alignment=16@00:01.0"
                """));
    }
}
