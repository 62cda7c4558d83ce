package org.pcitopo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.vfio.VirtualFunction;

/**
 * The VFs that steps after the boot enable. VF k (from 0) has routing id {@code PF + offset + k * stride} and in each VF BAR
 * the k-th share (behaviour specification 2.3). Without a place for every VF BAR the kernel enables none.
 */
public final class VirtualFunctions {

    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();

    public VirtualFunctions(Assignment assignment) {
        assignment.resources().forEach(resource -> resources.put(resource.key(), resource));
        assignment.functions().forEach(function -> functions.put(function.address(), function));
    }

    /** The VFs that exist after {@code steps}, by address. */
    public List<VirtualFunction> enabledBy(List<BootStep> steps) {
        Map<PciAddress, Integer> counts = new TreeMap<>();
        for (BootStep step : steps) {
            if (step instanceof BootStep.EnableVfs enable) {
                counts.put(enable.function(), enable.count());
            } else if (step instanceof BootStep.Remove remove) {
                counts.remove(remove.function());
            }
        }
        List<VirtualFunction> found = new ArrayList<>();
        counts.forEach((address, count) -> Optional.ofNullable(functions.get(address))
                .ifPresent(physical -> found.addAll(of(physical, count))));
        return found;
    }

    private List<VirtualFunction> of(EnumeratedFunction physical, int count) {
        Optional<Sriov> sriov = physical.description().sriov().filter(capability -> count <= capability.totalVfs());
        if (sriov.isEmpty() || !sriov.get().vfBars().stream().allMatch(bar -> place(physical.address(), bar).isPresent())) {
            return List.of();
        }
        List<VirtualFunction> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int index = k;
            address(physical.address(), sriov.get(), k).ifPresent(address -> found.add(new VirtualFunction(address,
                    physical.address(), bars(physical.address(), sriov.get(), index))));
        }
        return found;
    }

    private static Optional<PciAddress> address(PciAddress physical, Sriov sriov, int k) {
        long routingId = (long) physical.bus() << 8 | physical.devfn();
        long id = routingId + sriov.offset() + (long) sriov.stride() * k;
        return id > 0xffff ? Optional.empty() : Optional.of(new PciAddress(physical.domain(), (int) (id >> 8),
                (int) (id >> 3 & 0x1f), (int) (id & 7)));
    }

    private List<VirtualFunction.VfBar> bars(PciAddress physical, Sriov sriov, int k) {
        return sriov.vfBars().stream().map(bar -> {
            AssignedResource whole = place(physical, bar).orElseThrow();
            long start = whole.range().orElseThrow().start() + k * whole.hardwareSize();
            return new VirtualFunction.VfBar(bar.index(), AddressRange.ofSize(start, whole.hardwareSize()));
        }).toList();
    }

    private Optional<AssignedResource> place(PciAddress physical, Bar bar) {
        return Optional.ofNullable(resources.get(new ResourceKey(physical, ResourceName.vfBar(bar.index()))))
                .filter(resource -> resource.range().isPresent());
    }
}
