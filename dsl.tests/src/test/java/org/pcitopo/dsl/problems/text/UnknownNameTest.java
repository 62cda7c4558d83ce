package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnknownNameTest {

    @Test
    void namesWhatMayBeMeant() {
        check(new UnknownName(), """
                device-type sdhci { id 1b36:0007 BAR 0 [mem size 256] }
                platform pc { architecture x86_64 machine x86 }
                host box on pc { host-bridge 0000:00 { device 01.0 : «sdhc» } }
                """)
                .says("no device-type named 'sdhc'")
                .fixLeaves("device 01.0 : sdhci");
    }

    @Test
    void findsAPlatformOfTheFile() {
        check(new UnknownName(), Machines.pc("""
                device 01.0
                """));
    }
}
