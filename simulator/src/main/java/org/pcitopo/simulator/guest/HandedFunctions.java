package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.VirtualFunctions;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.guest.HandedFunction.Region;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VirtualFunction;

/** The functions that a guest gets, physical and virtual, as the host has them. */
final class HandedFunctions {

    private final Simulation simulation;
    private final Map<PciAddress, List<Mapping>> mappings = new HashMap<>();
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<PciAddress, Function> descriptions = new HashMap<>();

    HandedFunctions(Simulation simulation, Set<PciAddress> wanted) {
        this.simulation = simulation;
        simulation.mappings().stream().filter(mapping -> wanted.contains(mapping.function()))
                .forEach(mapping -> mappings.computeIfAbsent(mapping.function(), address -> new ArrayList<>()).add(mapping));
        simulation.assignment().resources().stream().filter(resource -> wanted.contains(resource.key().function()))
                .forEach(resource -> resources.put(resource.key(), resource));
        simulation.assignment().functions().forEach(function -> descriptions.put(function.address(), function.description()));
    }

    /** Those that have BARs, in the order in which the host finds them, virtual ones last. */
    List<HandedFunction> all() {
        List<HandedFunction> found = new ArrayList<>();
        simulation.assignment().functions().stream().map(EnumeratedFunction::address).filter(mappings::containsKey)
                .forEach(address -> found.add(physical(address)));
        new VirtualFunctions(simulation.assignment()).enabledBy(simulation.boot().steps()).stream()
                .filter(function -> mappings.containsKey(function.address())).forEach(function -> found.add(virtual(function)));
        return found;
    }

    private HandedFunction physical(PciAddress address) {
        Function description = descriptions.get(address);
        List<Region> regions = mappings.get(address).stream().map(mapping -> {
            AssignedResource resource = resources.get(new ResourceKey(address, ResourceName.bar(mapping.bar())));
            return new Region(mapping, resource.type(), resource.range().map(AddressRange::size).orElse(0L));
        }).toList();
        long rom = description.rom().filter(one -> !one.shadow()).map(Rom::size).orElse(0L);
        return new HandedFunction(regions, rom, description.msix(), description.ids());
    }

    /** A virtual function has no ROM; where its MSI-X table is stands nowhere. */
    private HandedFunction virtual(VirtualFunction function) {
        Function physical = descriptions.get(function.physical());
        List<Region> regions = mappings.get(function.address()).stream().map(mapping -> new Region(mapping,
                physical.vfBar(mapping.bar()).map(Bar::type).orElse(ResourceType.MEM64_PREF), mapping.areas().get(0).size())).toList();
        return new HandedFunction(regions, 0, Optional.empty(), physical.ids());
    }
}
