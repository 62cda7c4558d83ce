package org.pcitopo.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelRulesTest {

    private static final KernelRules RULES = KernelRules.mainline(KernelRelease.of("6.12"));

    @ParameterizedTest
    @EnumSource
    void invertingChangesOneBehaviourAlone(Behaviour behaviour) {
        KernelRules inverted = RULES.inverting(behaviour);
        Set<Behaviour> changed = EnumSet.copyOf(Arrays.stream(Behaviour.values())
                .filter(any -> inverted.has(any) != RULES.has(any)).toList());
        assertEquals(EnumSet.of(behaviour), changed);
    }
}
