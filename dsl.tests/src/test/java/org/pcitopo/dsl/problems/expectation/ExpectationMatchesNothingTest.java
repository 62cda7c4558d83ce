package org.pcitopo.dsl.problems.expectation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class ExpectationMatchesNothingTest {

    @Test
    void failsWhereNothingIsMeant() {
        check(new ExpectationMatchesNothing(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    «expect every passthrough BAR mapped»
                """))
                .says("but nothing in this boot is meant by that: no function is handed to a guest");
    }

    @Test
    void failsForABarThatIsNotThere() {
        check(new ExpectationMatchesNothing(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    «expect a BAR 3 mapped»
                """));
    }

    @Test
    void failsForNoneOfNothing() {
        check(new ExpectationMatchesNothing(), Machines.pcBoot("""
                device 01.0 a
                """, """
                    «expect no BAR unassigned»
                """));
    }

    @Test
    void acceptsWhatIsAboutSomething() {
        check(new ExpectationMatchesNothing(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    expect a BAR 0 mapped
                """));
    }
}
