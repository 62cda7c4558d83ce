package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NoSuchFunctionTest {

    @Test
    void findsAnAddressOfNoFunction() {
        check(new NoSuchFunction(), Machines.pcBoot("""
                device 01.0 nic
                """, """
                    passthrough «0000:00:05.0»
                """))
                .says("no function of this host");
    }

    @Test
    void acceptsAnAddressOfTheHost() {
        check(new NoSuchFunction(), Machines.pcBoot("""
                device 01.0 nic
                """, """
                    passthrough 0000:00:01.0
                """));
    }
}
