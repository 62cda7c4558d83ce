package org.pcitopo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assigner;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.trace.Trace;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VfioPolicy;

/**
 * Simulates what differs little from what it has simulated before: a machine of which one device has changed, a boot with another
 * command line. It comes to what {@link Simulator#simulate} comes to, but for the trace, which is in order for each domain only.
 *
 * <p>What a kernel does in one PCI domain does not depend on others: bus numbers, windows and everything in them belong to one, and
 * requests and run-time steps name functions by domain. So each domain is simulated by itself, and what became of it is taken again
 * while its host bridges are the same objects and all else that its simulation sees is equal ({@link DomainKey}). The one exception:
 * on x86, BARs that cannot be claimed go back to firmware's addresses in a space that all domains share ({@code
 * pci_revert_fw_address}); such a machine is simulated as a whole. Threads may share a memo.
 */
public final class SimulationMemo {

    private final Map<Subject, Generations> known = new HashMap<>();

    /** The boot of a machine that changes from one question to the next. */
    private record Subject(String host, String boot, KernelRules rules, long pageSize) {

        static Subject of(Topology topology, Boot boot) {
            return new Subject(topology.name(), boot.name(), boot.rules(), boot.pageSize());
        }
    }

    /** What became of domains, when a subject was last asked for and the time before. */
    private static final class Generations {
        private Map<DomainKey, List<Part>> recent = new HashMap<>();
        private Map<DomainKey, List<Part>> older = Map.of();

        void turn() {
            older = recent;
            recent = new HashMap<>();
        }
    }

    /** What became of one domain where {@code requests} were made. */
    private record Part(DomainRequests requests, Assignment assignment, List<Mapping> mappings) {
    }

    /**
     * What {@code boot} makes of {@code topology}, as {@link Simulator#simulate}. What was found out of an earlier version of the boot
     * is forgotten as far as it was not of use again.
     *
     * @param checkpoint called before each domain; what it throws comes out of this method
     */
    public Simulation simulate(Topology topology, Boot boot, Runnable checkpoint) {
        generations(Subject.of(topology, boot), true);
        return simulation(topology, boot, checkpoint);
    }

    /** As {@link #simulate}, of a boot that is only tried. */
    public Simulation trial(Topology topology, Boot boot, Runnable checkpoint) {
        return simulation(topology, boot, checkpoint);
    }

    /** Forgets all boots but {@code used}. */
    public synchronized void retain(List<Simulation> used) {
        known.keySet().retainAll(used.stream().map(simulation -> Subject.of(simulation.topology(), simulation.boot()))
                .collect(Collectors.toSet()));
    }

    private synchronized Generations generations(Subject subject, boolean turn) {
        Generations generations = known.computeIfAbsent(subject, unknown -> new Generations());
        if (turn) {
            generations.turn();
        }
        return generations;
    }

    private Simulation simulation(Topology topology, Boot boot, Runnable checkpoint) {
        Optional<List<Topology>> domains = domains(topology);
        if (domains.isEmpty()) {
            return Simulator.simulate(topology, boot);
        }
        PciOptions options = PciOptions.of(boot.commandLine(), boot.rules(), topology.platform().architecture());
        DomainKey.Common common = DomainKey.Common.of(topology, boot, options);
        Generations generations = generations(Subject.of(topology, boot), false);
        List<Part> parts = new ArrayList<>();
        for (Topology domain : domains.get()) {
            checkpoint.run();
            try {
                parts.add(part(generations, new DomainKey(common, domain.hostBridges()), domain, boot, options));
            } catch (TopologyException impossible) {
                // Which function of the machine is complained of first, the whole machine tells.
                return Simulator.simulate(topology, boot);
            }
        }
        boolean shared = parts.size() > 1 && topology.platform().architecture().isX86() && parts.stream().anyMatch(SimulationMemo::fallsBack);
        return shared ? Simulator.simulate(topology, boot) : merge(topology, boot, options, parts);
    }

    /** The machine domain by domain; empty where one domain's host bridges do not stand together. */
    private static Optional<List<Topology>> domains(Topology topology) {
        Map<Integer, List<HostBridge>> domains = new LinkedHashMap<>();
        int last = -1;
        for (HostBridge host : topology.hostBridges()) {
            if (host.domain() != last && domains.containsKey(host.domain())) {
                return Optional.empty();
            }
            last = host.domain();
            domains.computeIfAbsent(last, unknown -> new ArrayList<>()).add(host);
        }
        return Optional.of(domains.values().stream().map(topology::withHostBridges).toList());
    }

    private Part part(Generations generations, DomainKey key, Topology domain, Boot boot, PciOptions options) {
        synchronized (this) {
            List<Part> recent = generations.recent.computeIfAbsent(key, unknown -> new ArrayList<>());
            Predicate<Part> same = part -> part.requests.areThoseOf(options, domain.platform(), boot);
            Optional<Part> found = recent.stream().filter(same).findFirst();
            if (found.isEmpty()) {
                found = generations.older.getOrDefault(key, List.of()).stream().filter(same).findFirst();
                found.ifPresent(recent::add);
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
        Assignment assignment = Assigner.assign(domain, options, boot.pageSize(), boot.steps());
        Part part = new Part(DomainRequests.of(options, domain.platform(), boot, assignment), assignment,
                VfioPolicy.mappings(assignment, domain, boot.rules(), boot.pageSize()));
        synchronized (this) {
            generations.recent.computeIfAbsent(key, unknown -> new ArrayList<>()).add(part);
        }
        return part;
    }

    private static boolean fallsBack(Part part) {
        return part.assignment.trace().events().stream().anyMatch(TraceEvent.ClaimFailed.class::isInstance);
    }

    private static Simulation merge(Topology topology, Boot boot, PciOptions options, List<Part> parts) {
        List<EnumeratedFunction> functions = new ArrayList<>();
        List<AssignedResource> resources = new ArrayList<>();
        List<WindowUse> windows = new ArrayList<>();
        List<TraceEvent> trace = new ArrayList<>();
        List<Mapping> mappings = new ArrayList<>();
        for (Part part : parts) {
            functions.addAll(part.assignment.functions());
            resources.addAll(part.assignment.resources());
            windows.addAll(part.assignment.windows());
            trace.addAll(part.assignment.trace().events());
            mappings.addAll(part.mappings);
        }
        return Simulator.simulation(topology, boot, options, new Assignment(functions, resources, windows, new Trace(trace)), mappings);
    }
}
