package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;

class ExtendsItselfTest {

    @Test
    void findsATypeThatExtendsItself() {
        check(new ExtendsItself(), """
                device-type nvme extends «nvme» { }
                """)
                .says("'nvme' extends itself, so");
    }

    @Test
    void findsARing() {
        check(new ExtendsItself(), """
                platform a extends «b» { }
                platform b extends «a» { }
                """)
                .says("'a' extends itself through 'b'");
    }

    @Test
    void acceptsAChain() {
        check(new ExtendsItself(), """
                device-type a extends b { }
                device-type b extends c { }
                device-type c { }
                """);
    }
}
