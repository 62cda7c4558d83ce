package org.pcitopo.dsl.problems.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.SimulationMemo;
import org.pcitopo.simulator.assign.TopologyException;

/**
 * One boot with other command lines: what a rule proposes is proved by simulating it. The work is bounded, since a large machine
 * can have thousands of BARs to try something for.
 */
public final class Trials {

    /** How many functions may be simulated in all before trials are refused. */
    private static final long BUDGET = 400_000;

    private final Simulation base;
    private final SimulationMemo simulations;
    private final Runnable checkpoint;
    private final Map<String, Optional<Simulation>> known = new HashMap<>();
    private long spent;

    /**
     * Trials of the boot that came to {@code base}.
     *
     * @param simulations knows what became of domains for which a trial asks nothing else
     * @param checkpoint called before each simulation and within; what it throws comes out of the trial
     */
    public Trials(Simulation base, SimulationMemo simulations, Runnable checkpoint) {
        this.base = base;
        this.simulations = simulations;
        this.checkpoint = checkpoint;
    }

    /** What the boot comes to with {@code commandLine}; empty where the work would be too much. */
    public Optional<Simulation> with(String commandLine) {
        return known.computeIfAbsent(commandLine, this::simulate);
    }

    private Optional<Simulation> simulate(String commandLine) {
        spent += 1 + base.assignment().functions().size();
        if (spent > BUDGET) {
            return Optional.empty();
        }
        Boot boot = base.boot();
        try {
            return Optional.of(simulations.trial(base.topology(),
                    new Boot(boot.name(), boot.rules(), boot.pageSize(), commandLine, boot.steps()), checkpoint));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }
}
