package org.pcitopo.dsl.problems.simulation;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NonMappableDeviceTest {

    @Test
    void findsADeviceThatIsNeverMapped() {
        check(new NonMappableDevice(), Machines.pcBoot("""
                device 01.0 ism passthrough { never-mappable «BAR 0 [mem size 4K]» }
                """, """
                    linux 6.18
                """))
                .says("is never mapped");
    }

    @Test
    void acceptsOtherDevices() {
        check(new NonMappableDevice(), Machines.pcBoot("""
                device 01.0 passthrough { BAR 0 [mem size 4K] }
                """, """
                    linux 6.18
                """));
    }
}
