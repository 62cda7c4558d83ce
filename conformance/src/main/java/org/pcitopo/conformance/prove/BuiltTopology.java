package org.pcitopo.conformance.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.conformance.machine.BuiltHost;
import org.pcitopo.conformance.machine.Counterpart;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.Place;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Topology;

/**
 * The tree of a planned machine, to know before its boot how its buses will be numbered: the command line and the steps name
 * functions by their addresses.
 */
final class BuiltTopology {

    private static final int HIGHEST_BUS = 0xff;

    private final QemuPlan plan;
    private final Map<Place, List<Counterpart>> below = new HashMap<>();

    private BuiltTopology(QemuPlan plan) {
        this.plan = plan;
        for (Counterpart counterpart : plan.counterparts()) {
            counterpart.built().ifPresent(place -> below.computeIfAbsent(place.above(), key -> new ArrayList<>()).add(counterpart));
        }
    }

    /** The machine of {@code plan} as it will be numbered in {@code boot}; nothing but its addresses means anything. */
    static Simulation numbered(QemuPlan plan, Topology wanted, Boot boot) {
        BuiltTopology tree = new BuiltTopology(plan);
        List<HostBridge> hosts = new ArrayList<>();
        for (int index = 0; index < plan.hosts().size(); index++) {
            BuiltHost host = plan.hosts().get(index);
            boolean alone = index + 1 == plan.hosts().size() || plan.hosts().get(index + 1).domain() != host.domain();
            int last = alone ? HIGHEST_BUS : plan.hosts().get(index + 1).firstBus() - 1;
            hosts.add(new HostBridge(host.domain(), host.firstBus(), last, "", List.of(), Optional.empty(), false,
                    tree.functions(Place.hostBridge(index), index == 0)));
        }
        Topology topology = new Topology(wanted.name(), wanted.platform(), hosts, List.of());
        return Simulator.simulate(topology, Boot.of("numbering", boot.rules(), boot.pageSize(), ""));
    }

    private List<Function> functions(Place place, boolean root) {
        List<Function> found = new ArrayList<>();
        for (Counterpart counterpart : below.getOrDefault(place, List.of())) {
            found.add(function(counterpart));
        }
        if (root && plan.kind() != MachineKind.POWERNV9) {
            for (int devfn : plan.kind().ownPlaces()) {
                if (found.stream().noneMatch(function -> function.devfn() == devfn)) {
                    found.add(Function.at(devfn >> 3, devfn & 7).build());
                }
            }
        }
        return found;
    }

    private Function function(Counterpart counterpart) {
        Place place = counterpart.built().orElseThrow();
        int devfn = place.devfn();
        Function.Builder builder = Function.at(devfn >> 3, devfn & 7);
        counterpart.function().bridge().ifPresent(wanted -> builder.bridge(Bridge.of(wanted.kind(), functions(place, false))
                .withHotplug(counterpart.hotplug() && !plan.kind().firmwareNumbersBuses())));
        return builder.build();
    }
}
