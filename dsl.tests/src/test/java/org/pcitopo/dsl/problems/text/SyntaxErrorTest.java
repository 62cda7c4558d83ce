package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;

class SyntaxErrorTest {

    @Test
    void complainsAboutTheStatementThatCannotBeRead() {
        check(new SyntaxError(), """
                platform pc {
                    architecture x86_64
                    «pagesize» 4K
                    linux 6.12
                }
                """);
    }

    @Test
    void acceptsAPlatform() {
        check(new SyntaxError(), """
                platform pc { architecture x86_64 page-size 4K linux 6.12 }
                """);
    }
}
