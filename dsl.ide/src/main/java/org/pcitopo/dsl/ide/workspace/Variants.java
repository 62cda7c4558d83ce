package org.pcitopo.dsl.ide.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.Advisor;
import org.pcitopo.simulator.advise.Question;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.topology.ResourceKey;

/** Boots of one snapshot with another page size or command line, each simulated once. */
public final class Variants {

    /** The effort of a search that goes on to its end. */
    public static final long ALL = Long.MAX_VALUE;

    private final Runnable checkpoint;
    private final Map<Key, Optional<Simulation>> known = new ConcurrentHashMap<>();
    private final Map<Asked, Found> advice = new ConcurrentHashMap<>();

    /** An answer and the effort that was allowed for it; {@link #ALL} for one that is complete. */
    private record Found(Optional<Advice> advice, long effort) {
    }

    /** Boots count by identity, as below. */
    private record Asked(List<Simulation> cells, Set<ResourceKey> wanted) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Asked asked && asked.wanted.equals(wanted) && asked.cells.size() == cells.size()
                    && IntStream.range(0, cells.size()).allMatch(i -> asked.cells.get(i) == cells.get(i));
        }

        @Override
        public int hashCode() {
            return 31 * wanted.hashCode() + System.identityHashCode(cells.get(0));
        }
    }

    /** The simulation that is varied counts by identity: comparing topologies would take longer than simulating them. */
    private record Key(Simulation base, long pageSize, String commandLine) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.base == base && key.pageSize == pageSize && key.commandLine.equals(commandLine);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(base) + Long.hashCode(pageSize)) + commandLine.hashCode();
        }
    }

    Variants(Runnable checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** What {@code base} comes to with pages of {@code pageSize} bytes; empty where no machine can be like that. */
    public Optional<Simulation> withPageSize(Simulation base, long pageSize) {
        return find(new Key(base, pageSize, base.boot().commandLine()));
    }

    /** What {@code base} comes to with another command line; empty where no machine can be like that. */
    public Optional<Simulation> withCommandLine(Simulation base, String commandLine) {
        return find(new Key(base, base.boot().pageSize(), commandLine));
    }

    /**
     * The command line that lets {@code wanted} be mapped and costs least; what was searched to the end is searched once, and
     * so is what has little time.
     *
     * @param cells the boot in every kernel and page size that the line is to serve, with one command line
     * @param effort how much work is allowed, in a measure that those who ask share; an answer that is not complete is kept for those who
     *     allow no more. {@link #ALL} for a complete answer, or one that is not kept
     * @param shouldStop asked before each trial; once it says yes, the best so far is the answer
     * @return empty where no machine can be like that
     */
    public Optional<Advice> advise(List<Simulation> cells, Set<ResourceKey> wanted, long effort, BooleanSupplier shouldStop) {
        Asked asked = new Asked(cells, wanted);
        Found before = advice.get(asked);
        if (before != null && before.effort >= effort) {
            return before.advice;
        }
        Optional<Advice> found = search(cells, wanted, () -> {
            checkpoint.run();
            return shouldStop.getAsBoolean();
        });
        boolean complete = found.map(Advice::complete).orElse(true);
        if (complete || effort < ALL) {
            advice.merge(asked, new Found(found, complete ? ALL : effort), (old, other) -> old.effort >= other.effort ? old : other);
        }
        return found;
    }

    private static Optional<Advice> search(List<Simulation> cells, Set<ResourceKey> wanted, BooleanSupplier shouldStop) {
        try {
            return Optional.of(Advisor.advise(new Question(cells.get(0).topology(), cells.stream().map(Simulation::boot).toList(), wanted),
                    shouldStop));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Simulation> find(Key key) {
        Boot written = key.base.boot();
        if (written.pageSize() == key.pageSize && written.commandLine().equals(key.commandLine)) {
            return Optional.of(key.base);
        }
        Optional<Simulation> found = known.get(key);
        if (found == null) {
            checkpoint.run();
            found = simulate(key);
            known.put(key, found);
        }
        return found;
    }

    private static Optional<Simulation> simulate(Key key) {
        Boot boot = key.base.boot();
        try {
            return Optional.of(Simulator.simulate(key.base.topology(),
                    new Boot(boot.name(), boot.rules(), key.pageSize, key.commandLine, boot.steps())));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }
}
