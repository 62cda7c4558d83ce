package org.pcitopo.dsl.ide.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;

/** Boots of one snapshot with another page size or command line, each simulated once. */
public final class Variants {

    private final Runnable checkpoint;
    private final Map<Key, Optional<Simulation>> known = new ConcurrentHashMap<>();

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
