package org.pcitopo.dsl.problems.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;
import org.pcitopo.dsl.problems.finder.RuleCheck;

class ImpossibleMachineTest {

    @Test
    void saysWhatTheSimulatorRefuses() {
        String bridges = "bridge 00.0 { ".repeat(256) + "}".repeat(256);
        assertEquals(List.of("PCI310"), RuleCheck.with(List.of(new ImpossibleMachine()), Machines.pc(bridges)).problems()
                .stream().map(problem -> problem.code()).toList());
    }

    @Test
    void acceptsAMachine() {
        check(new ImpossibleMachine(), Machines.pc("""
                device 01.0
                """));
    }
}
