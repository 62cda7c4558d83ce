package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnknownWordTest {

    @Test
    void findsAnArchitectureThatIsNone() {
        check(new UnknownWord(), """
                platform pc { architecture «x87» page-size 4K }
                host box on pc { host-bridge 0000:00 { } }
                """);
    }

    @Test
    void findsAReleaseThatIsNone() {
        check(new UnknownWord(), """
                platform pc { architecture x86_64 machine x86 linux «newest» }
                host box on pc { host-bridge 0000:00 { } }
                """)
                .says("no kernel release");
    }

    @Test
    void acceptsTheWordsOfTheLanguage() {
        check(new UnknownWord(), Machines.pc("""
                device 01.0
                """));
    }
}
