package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Topology;

/**
 * How many virtual functions of one adapter can be had. The kernel places the VF BARs of all that the adapter offers or of none, so
 * that fewer are to be had only where the adapter can be told to offer fewer.
 *
 * @param function the physical function
 * @param offered how many VFs it offers
 * @param usable how many can be enabled as things are: all, or none
 * @param most how many it may offer at most so that all have a place and nothing else loses its own
 * @param size bytes that the VF BARs of all VFs take, unsigned
 */
public record SriovBudget(PciAddress function, int offered, int usable, int most, long size) {

    /** The budgets of every adapter of {@code simulation} that has VFs, in scan order. */
    public static List<SriovBudget> of(Simulation simulation) {
        List<SriovBudget> budgets = new ArrayList<>();
        for (EnumeratedFunction function : simulation.assignment().functions()) {
            function.description().sriov().filter(sriov -> !sriov.vfBars().isEmpty())
                    .ifPresent(sriov -> budgets.add(budget(simulation, function, sriov)));
        }
        return budgets;
    }

    private static SriovBudget budget(Simulation simulation, EnumeratedFunction function, Sriov sriov) {
        int addressable = addressable(simulation, function, sriov);
        int usable = placed(simulation, function) ? addressable : 0;
        long size = sriov.vfBars().stream().mapToLong(bar -> bar.size() * sriov.totalVfs()).sum();
        int low = usable;
        int high = addressable;
        // More VFs never need less room.
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (fits(simulation, function, sriov, middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new SriovBudget(function.address(), sriov.totalVfs(), usable, low, size);
    }

    private static boolean fits(Simulation simulation, EnumeratedFunction function, Sriov sriov, int count) {
        Function smaller = function.description().toBuilder().sriov(new Sriov(count, sriov.offset(), sriov.stride(),
                sriov.vfDeviceId(), sriov.pageSizes(), sriov.vfBars())).build();
        Topology topology = TopologyEdit.replace(simulation.topology(), function.description(), smaller);
        Boot boot = simulation.boot();
        Set<PciAddress> known = simulation.assignment().functions().stream().map(EnumeratedFunction::address)
                .collect(Collectors.toSet());
        try {
            Simulation after = Simulator.simulate(topology,
                    Boot.of(boot.name(), boot.rules(), boot.pageSize(), boot.commandLine()));
            // Of VFs that are enabled already there may be fewer then.
            return placed(after, function) && new Outcome(simulation, Set.of()).judge(after).lost().stream()
                    .noneMatch(key -> known.contains(key.function()));
        } catch (TopologyException impossible) {
            return false;
        }
    }

    private static boolean placed(Simulation simulation, EnumeratedFunction function) {
        List<AssignedResource> vfBars = simulation.assignment().resources().stream()
                .filter(resource -> resource.key().function().equals(function.address()) && resource.key().name().isVfBar()).toList();
        return !vfBars.isEmpty() && vfBars.stream().allMatch(resource -> resource.range().isPresent());
    }

    /** VFs whose routing ids lie on buses that lead to the adapter. */
    private static int addressable(Simulation simulation, EnumeratedFunction function, Sriov sriov) {
        int lastBus = function.parent().flatMap(bridge -> simulation.assignment().functions().stream()
                .filter(other -> other.address().equals(bridge)).findFirst()).map(EnumeratedFunction::subordinate)
                .or(() -> simulation.topology().hostBridges().stream()
                        .filter(host -> host.domain() == function.address().domain() && host.firstBus() <= function.address().bus()
                                && function.address().bus() <= host.lastBus())
                        .map(host -> host.lastBus()).findFirst())
                .orElse(0xff);
        int first = (function.address().bus() << 8 | function.address().devfn()) + sriov.offset();
        int count = 0;
        while (count < sriov.totalVfs() && first + count * Math.max(1, sriov.stride()) >> 8 <= lastBus) {
            count++;
        }
        return count;
    }
}
