package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;

/** What the boots of a file come to, before any rule looks at them: whoever wants to know no more need not wait for the rules. */
public final class Simulations {

    private final List<Outcome> outcomes = new ArrayList<>();

    private Simulations() {
    }

    /**
     * What became of one boot.
     *
     * @param lowered the boot as written
     * @param boot the boot that was simulated
     * @param simulation what it comes to; empty where it could not be simulated
     * @param failure why not
     */
    record Outcome(LoweredBoot lowered, Boot boot, Optional<Simulation> simulation, Optional<RuntimeException> failure) {
    }

    /**
     * Simulates the boots of {@code document} that {@code options} choose.
     *
     * @param memo what the last check found
     * @param checkpoint called between steps of a few milliseconds; what it throws, from then on each time, comes out of this method
     */
    public static Simulations of(Document document, CheckOptions options, CheckMemo memo, Runnable checkpoint) {
        Simulations simulations = new Simulations();
        for (BootChoice.ChosenBoot chosen : BootChoice.of(document.lowered().boots(), options)) {
            simulations.outcomes.add(simulate(chosen.lowered(), chosen.boot(), memo, checkpoint));
        }
        return simulations;
    }

    private static Outcome simulate(LoweredBoot lowered, Boot boot, CheckMemo memo, Runnable checkpoint) {
        Optional<Simulation> known = memo.simulation(lowered, boot);
        if (known.isPresent()) {
            return new Outcome(lowered, boot, known, Optional.empty());
        }
        checkpoint.run();
        try {
            return new Outcome(lowered, boot, Optional.of(memo.simulations().simulate(lowered.topology(), boot, checkpoint)), Optional.empty());
        } catch (RuntimeException failure) {
            checkpoint.run();
            return new Outcome(lowered, boot, Optional.empty(), Optional.of(failure));
        }
    }

    /** All that were to be simulated, in the order written, a matrix expanded. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Those that could be simulated. */
    public List<SimulatedBoot> boots() {
        return outcomes.stream().flatMap(outcome -> outcome.simulation().stream()
                .map(simulation -> new SimulatedBoot(BootContext.id(outcome.lowered(), simulation), outcome.lowered(), simulation))).toList();
    }
}
