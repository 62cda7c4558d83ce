package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class WindowFlagNeverSetTest {

    @Test
    void findsA64BitWindowOfAcpi() {
        check(new WindowFlagNeverSet(), Machines.pc("window [mem 0x100000000-0x1ffffffff «64bit» pref]"))
                .says("no host window of x86 is marked 64bit")
                .fixLeaves("0x1ffffffff  pref]");
    }

    @Test
    void acceptsThePrefetchableFlag() {
        check(new WindowFlagNeverSet(), Machines.pc("window [mem 0x100000000-0x1ffffffff pref]"));
    }

    @Test
    void acceptsItOnPower() {
        check(new WindowFlagNeverSet(), """
                platform p9 { architecture ppc64le machine powernv page-size 64K linux 6.12 }
                host talos on p9 {
                    host-bridge 0000:00 { window [mem 0x6000000000000-0x6003fbfffffff 64bit pref] ioda pes 512 }
                }
                """);
    }
}
