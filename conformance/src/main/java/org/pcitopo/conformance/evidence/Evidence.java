package org.pcitopo.conformance.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;

/**
 * Collects, for every behaviour that changed between releases, the recordings that prove which way their kernel has it: with it the
 * other way round, something would lie elsewhere or be mapped otherwise.
 */
public final class Evidence {

    /**
     * A recording that proves a behaviour.
     *
     * @param recording its name
     * @param release its kernel
     * @param has whether that kernel behaves so
     */
    public record Proof(String recording, KernelRelease release, boolean has) {
    }

    private final Map<Behaviour, List<Proof>> proofs = new EnumMap<>(Behaviour.class);

    /**
     * Tries every behaviour on one recording.
     *
     * @param recording its name
     * @param machine what it shows; its release must be known and its simulation equal to what it shows
     */
    public void add(String recording, CapturedMachine machine) {
        KernelRelease release = machine.boot().releases().value().oldest();
        KernelRules rules = KernelRules.mainline(release);
        Simulation actual = simulate(machine, rules);
        for (Behaviour behaviour : Behaviour.values()) {
            if (differ(actual, simulate(machine, rules.inverting(behaviour)))) {
                proofs.computeIfAbsent(behaviour, none -> new ArrayList<>())
                        .add(new Proof(recording, release, rules.has(behaviour)));
            }
        }
    }

    private static Simulation simulate(CapturedMachine machine, KernelRules rules) {
        return Simulator.simulate(machine.topology(), Replay.boot(machine.boot(), rules));
    }

    private static boolean differ(Simulation one, Simulation other) {
        return !one.assignment().resources().equals(other.assignment().resources()) || !one.mappings().equals(other.mappings());
    }

    /** Recordings that prove {@code behaviour}, in the order they were added. */
    public List<Proof> of(Behaviour behaviour) {
        return proofs.getOrDefault(behaviour, List.of());
    }

    /** The newest release that is proven not to behave so. */
    public Optional<KernelRelease> newestWithout(Behaviour behaviour) {
        return of(behaviour).stream().filter(proof -> !proof.has()).map(Proof::release).max(KernelRelease::compareTo);
    }

    /** The oldest release that is proven to behave so. */
    public Optional<KernelRelease> oldestWith(Behaviour behaviour) {
        return of(behaviour).stream().filter(Proof::has).map(Proof::release).min(KernelRelease::compareTo);
    }
}
