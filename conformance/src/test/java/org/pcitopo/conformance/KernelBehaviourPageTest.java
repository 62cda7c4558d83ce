package org.pcitopo.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pcitopo.simulator.kernel.Behaviour;

/** {@code docs/kernel-behaviour.md} tells what the simulator knows. */
class KernelBehaviourPageTest {

    private static final Path PAGE = Path.of(System.getProperty("pcitopo.root"), "docs", "kernel-behaviour.md");

    @ParameterizedTest
    @EnumSource
    void thePageTellsOfEveryBehaviour(Behaviour behaviour) throws IOException {
        assertTrue(Files.readString(PAGE).contains("[`" + behaviour + "`]"), "docs/kernel-behaviour.md does not tell of " + behaviour);
    }
}
