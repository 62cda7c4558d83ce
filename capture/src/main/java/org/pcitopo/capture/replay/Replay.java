package org.pcitopo.capture.replay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.pcitopo.capture.CapturedBoot;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.NotComparable;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.Span;
import org.pcitopo.simulator.topology.Topology;

/** Simulates recorded boots and compares. */
public final class Replay {

    private static final String BOOT_NAME = "recorded";

    private Replay() {
    }

    /**
     * Simulates the boot that {@code machine} recorded and compares.
     *
     * @param source the source's name, for the result
     * @throws CaptureException where no machine can be as the sources say
     */
    public static ReplayResult run(String source, CapturedMachine machine) throws CaptureException {
        return run(source, machine, machine);
    }

    /**
     * Simulates the machine of one recording with the command line of another, and compares with what the other's kernel did.
     *
     * @param source the other's name, for the result
     * @param recorded the recording that is compared with: command line, release, page size and answers
     * @param machine the recording that the topology is taken from
     * @throws CaptureException where no machine can be as the sources say
     */
    public static ReplayResult run(String source, CapturedMachine recorded, CapturedMachine machine)
            throws CaptureException {
        return run(source, recorded, machine, Simulator::simulate);
    }

    static ReplayResult run(String source, CapturedMachine recorded, CapturedMachine machine,
            BiFunction<Topology, Boot, Simulation> simulator) throws CaptureException {
        try {
            List<Simulation> simulations = new ArrayList<>();
            List<Boot> boots = boots(recorded.boot());
            boolean nothingToPlaceIn = machine.topology().hostBridges().stream().allMatch(host -> host.windows().isEmpty());
            for (Boot boot : nothingToPlaceIn ? boots.subList(0, 1) : boots) {
                simulations.add(simulator.apply(machine.topology(), boot));
            }
            return of(source, recorded, machine, simulations);
        } catch (TopologyException impossible) {
            throw new CaptureException(source + ": the machine that it shows cannot be simulated: " + impossible.getMessage(),
                    impossible);
        }
    }

    /**
     * Compares simulations of one boot, one for each release that may have been it, with the recording. A resource on which
     * they do not agree is not comparable.
     *
     * @param recorded what is compared with
     * @param machine what was simulated
     * @param simulations at least one
     */
    public static ReplayResult of(String source, CapturedMachine recorded, CapturedMachine machine,
            List<Simulation> simulations) {
        CapturedBoot boot = recorded.boot();
        String releases = boot.releases().value().toString();
        Unknowns unknowns = new Unknowns(machine);
        Ledger resources = new ResourceComparison(machine, recorded.outcome(), simulations, releases, unknowns).compare();
        recorded.notComparable().forEach(resources::leaveOut);
        Ledger mappings = new MappingComparison(recorded.outcome(), simulations, releases, unknowns).compare();
        List<Difference> differences = new ArrayList<>(resources.differences());
        differences.addAll(mappings.differences());
        List<NotComparable> notComparable = new ArrayList<>(resources.notComparable());
        notComparable.addAll(mappings.notComparable());
        return new ReplayResult(source, boot.kernelText().map(Sourced::value).orElse(releases),
                boot.architecture().value().id(), PlatformGroup.of(machine.topology().platform()),
                PlatformGroup.note(machine.topology().platform()), boot.pageSize().value(), boot.commandLine().value(), resources.tally(),
                mappings.tally(), differences, notComparable);
    }

    /**
     * The boots to simulate: one where the release is known, else one for each set of rules that holds somewhere in the range
     * that fits. Releases outside of the known rules are taken as the nearest known one.
     */
    public static List<Boot> boots(CapturedBoot boot) {
        ReleaseRange range = boot.releases().value();
        KernelRelease oldest = known(range.oldest());
        KernelRelease newest = known(range.newest());
        SortedSet<KernelRelease> candidates = new TreeSet<>(List.of(oldest, newest));
        for (Behaviour behaviour : Behaviour.values()) {
            for (Span span : behaviour.spans()) {
                candidates.add(span.first());
                span.before().ifPresent(candidates::add);
            }
        }
        candidates.removeIf(release -> !release.atLeast(oldest) || !newest.atLeast(release));
        Map<Set<Behaviour>, Boot> byRules = new LinkedHashMap<>();
        for (KernelRelease release : candidates) {
            KernelRules rules = KernelRules.mainline(release);
            Set<Behaviour> behaviours = EnumSet.allOf(Behaviour.class);
            behaviours.removeIf(behaviour -> !rules.has(behaviour));
            byRules.putIfAbsent(behaviours, boot(boot, rules));
        }
        return List.copyOf(byRules.values());
    }

    /** The recorded boot, as a kernel with {@code rules} would do it. */
    public static Boot boot(CapturedBoot boot, KernelRules rules) {
        return new Boot(BOOT_NAME, rules, boot.pageSize().value(), boot.commandLine().value(), boot.steps());
    }

    private static KernelRelease known(KernelRelease release) {
        if (!release.atLeast(KernelRelease.OLDEST)) {
            return KernelRelease.OLDEST;
        }
        return KernelRelease.NEWEST.atLeast(release) ? release : KernelRelease.NEWEST;
    }
}
