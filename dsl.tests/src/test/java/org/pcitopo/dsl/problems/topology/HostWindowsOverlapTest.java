package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.Machines;

class HostWindowsOverlapTest {

    @Test
    void namesWhatTheyShare() {
        check(new HostWindowsOverlap(), Machines.pc("«window [mem 0x88000000-0x97ffffff]»"))
                .says("share 0x88000000-0x8fffffff")
                .isOf(Severity.ERROR);
    }

    @Test
    void findsOneThatReachesOverSeveral() {
        check(new HostWindowsOverlap(), Machines.pc("«window [mem 0x81000000-0x81ffffff]» «window [mem 0x84000000-0x84ffffff]»"));
    }

    @Test
    void warnsOfHostBridgesThatSayTheSame() {
        check(new HostWindowsOverlap(), """
                platform pc { architecture x86_64 machine x86 page-size 4K linux 6.12 }
                host box on pc {
                    host-bridge 0000:00 [bus 00-7f] { window [mem 0xa0000-0xbffff] }
                    host-bridge 0000:80 { «window [mem 0xa0000-0xbffff]» }
                }
                """)
                .isOf(Severity.WARNING);
    }

    @Test
    void acceptsWindowsThatTouch() {
        check(new HostWindowsOverlap(), Machines.pc("window [mem 0x90000000-0x97ffffff]"));
    }
}
