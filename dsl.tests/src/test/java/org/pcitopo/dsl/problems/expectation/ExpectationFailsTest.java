package org.pcitopo.dsl.problems.expectation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class ExpectationFailsTest {

    @Test
    void tellsExpectedActualAndWhy() {
        check(new ExpectationFails(), Machines.pcBoot("""
                device 01.0 a passthrough { BAR 0 [mem size 256] }
                device 02.0 b passthrough { BAR 0 [mem size 256] }
                """, """
                    «expect every passthrough BAR mapped»
                """))
                .saysAll("expected every passthrough BAR mapped, but 2 of 2 differ: a BAR 0 is emulated because page-shared and "
                        + "b BAR 0 is emulated because unaligned (b BAR 0 is in its page)");
    }

    @Test
    void comparesTheReason() {
        check(new ExpectationFails(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 256] }
                device 02.0 b { BAR 0 [mem size 256] }
                """, """
                    «expect a BAR 0 emulated because unaligned»
                """))
                .says("but a BAR 0 is emulated because page-shared");
    }

    @Test
    void comparesAddresses() {
        check(new ExpectationFails(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem size 4K] }
                """, """
                    «expect a BAR 0 at 0x90000000»
                """))
                .says("but a BAR 0 is assigned at 0x80000000-0x80000fff");
    }

    @Test
    void acceptsWhatHolds() {
        check(new ExpectationFails(), Machines.pcBoot("""
                device 01.0 a passthrough { BAR 0 [mem size 4K] }
                """, """
                    expect every passthrough BAR mapped
                    expect no BAR unassigned
                    expect a BAR 0 at 0x80000000
                    expect a BAR 0 equals [mem 0x80000000-0x80000fff]
                """));
    }
}
