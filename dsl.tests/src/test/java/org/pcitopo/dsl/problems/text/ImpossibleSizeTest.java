package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class ImpossibleSizeTest {

    @Test
    void findsAPageSizeThatIsNoPowerOfTwo() {
        check(new ImpossibleSize(), """
                platform pc { architecture x86_64 machine x86 page-size «5K» linux 6.12 }
                host box on pc { host-bridge 0000:00 { } }
                """);
    }

    @Test
    void acceptsThePageSizesThatKernelsHave() {
        check(new ImpossibleSize(), Machines.pc("""
                device 01.0
                """));
    }
}
