package org.pcitopo.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.ResourceState;

/** A benchmark is worth something only where the machine is what it says and the work is really done. */
class GeneratedMachineTest {

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 2500})
    void hasAsManyFunctionsAsAskedFor(int functions) {
        Simulation simulation = GeneratedMachine.simulate(GeneratedMachine.of(functions));

        assertEquals(functions, simulation.assignment().functions().size());
    }

    @Test
    void hasRoomForEveryBar() {
        Simulation simulation = GeneratedMachine.simulate(GeneratedMachine.of(1000));

        assertTrue(simulation.assignment().resources().stream()
                .noneMatch(resource -> resource.key().name().isBar() && resource.state() == ResourceState.UNASSIGNED));
    }
}
