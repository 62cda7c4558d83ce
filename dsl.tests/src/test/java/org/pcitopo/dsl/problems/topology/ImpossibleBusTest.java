package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;

class ImpossibleBusTest {

    @Test
    void findsBusesThatDoNotBeginAtTheRootBus() {
        check(new ImpossibleBus(), """
                platform pc { architecture x86_64 machine x86 page-size 4K linux 6.12 }
                host box on pc { host-bridge 0000:00 «[bus 10-ff]» { } }
                """);
    }

    @Test
    void acceptsBusesOfTheHostBridge() {
        check(new ImpossibleBus(), """
                platform pc { architecture x86_64 machine x86 page-size 4K linux 6.12 }
                host box on pc { host-bridge 0000:00 [bus 00-7f] { } }
                """);
    }
}
