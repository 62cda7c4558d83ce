package org.pcitopo.dsl.problems.finder;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;
import org.pcitopo.dsl.source.Anchors;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.SimulationMemo;

/**
 * What was found in the boots of a text. It is said again, where its places are then, of a later text in which the boots are the
 * same objects: {@link org.pcitopo.dsl.service.LiveDocument} keeps those that have not changed.
 */
public final class CheckMemo {

    private final SimulationMemo simulations = new SimulationMemo();
    private volatile Map<LoweredBoot, Map<Question, Answer>> answers = Map.of();

    /**
     * What is asked of a boot.
     *
     * @param boot the boot to simulate
     * @param sound whether rules are asked
     * @param machine whether the machine is looked at as well
     * @param passthrough what a person wants to hand out beside what is written
     */
    record Question(Boot boot, boolean sound, boolean machine, List<String> passthrough) {
    }

    private record Answer(List<Placed<Finding>> findings, Optional<SimulatedBoot> simulated,
            List<Placed<ExpectationResult>> expectations) {
    }

    Optional<BootFindings> find(LoweredBoot lowered, Question question) {
        return Optional.ofNullable(answers.getOrDefault(lowered, Map.of()).get(question))
                .map(answer -> new BootFindings(answer.findings().stream().map(Placed::now).toList(), answer.simulated(),
                        answer.expectations().stream().map(Placed::expectationNow).toList()));
    }

    /** What {@code boot}, to simulate {@code lowered}, came to. */
    Optional<Simulation> simulation(LoweredBoot lowered, Boot boot) {
        return answers.getOrDefault(lowered, Map.of()).entrySet().stream().filter(entry -> entry.getKey().boot().equals(boot))
                .flatMap(entry -> entry.getValue().simulated().stream()).map(SimulatedBoot::simulation).findFirst();
    }

    /** What became of parts of machines that are still the same. */
    SimulationMemo simulations() {
        return simulations;
    }

    /** Forgets everything but what one check has come to. */
    void replace(Check check) {
        answers = check.answers;
        simulations.retain(answers.values().stream().flatMap(questions -> questions.values().stream())
                .flatMap(answer -> answer.simulated().stream()).map(SimulatedBoot::simulation).toList());
    }

    /** Collects what one check comes to. */
    static final class Check {

        private final Anchors anchors;
        private final Map<LoweredBoot, Map<Question, Answer>> answers = new IdentityHashMap<>();

        Check(Anchors anchors) {
            this.anchors = anchors;
        }

        void add(LoweredBoot lowered, Question question, BootFindings found) {
            answers.computeIfAbsent(lowered, boot -> new HashMap<>()).put(question, new Answer(
                    found.findings().stream().map(finding -> Placed.of(finding, anchors)).toList(), found.simulated(),
                    found.expectations().stream().map(result -> Placed.of(result, anchors)).toList()));
        }
    }
}
