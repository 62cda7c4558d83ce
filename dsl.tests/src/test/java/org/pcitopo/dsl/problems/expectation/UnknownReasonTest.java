package org.pcitopo.dsl.problems.expectation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class UnknownReasonTest {

    @Test
    void namesTheReasonThatMayBeMeant() {
        check(new UnknownReason(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    expect a BAR 0 emulated because «page-shard»
                """))
                .fixLeaves("because page-shared");
    }

    @Test
    void acceptsReasons() {
        check(new UnknownReason(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    expect a BAR 0 emulated because unaligned
                """));
    }
}
