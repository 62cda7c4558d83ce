package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.VirtualFunctions;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.guest.Aperture.Place;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VirtualFunction;

/**
 * A function on its way to a guest.
 *
 * @param bars its BARs, ascending
 * @param rom bytes of its ROM, 0 without one
 * @param machine the guest
 */
record HandedFunction(List<HostBar> bars, long rom, GuestMachine machine) {

    private static final int BARS = 6;

    /** A BAR before the others of its function are known. */
    private record Raw(Mapping mapping, ResourceType type, long size) {
    }

    /** Those of {@code wanted} that have BARs, in the order in which the host finds them. */
    static List<HandedFunction> all(Simulation simulation, Set<PciAddress> wanted, GuestMachine machine) {
        Map<PciAddress, List<Mapping>> mappings = new HashMap<>();
        simulation.mappings().stream().filter(mapping -> wanted.contains(mapping.function()))
                .forEach(mapping -> mappings.computeIfAbsent(mapping.function(), address -> new ArrayList<>()).add(mapping));
        Map<ResourceKey, AssignedResource> resources = new HashMap<>();
        simulation.assignment().resources().stream().filter(resource -> wanted.contains(resource.key().function()))
                .forEach(resource -> resources.put(resource.key(), resource));
        long pageSize = simulation.boot().pageSize();
        List<HandedFunction> found = new ArrayList<>();
        Map<PciAddress, Function> descriptions = new HashMap<>();
        for (EnumeratedFunction function : simulation.assignment().functions()) {
            descriptions.put(function.address(), function.description());
            List<Raw> raw = mappings.getOrDefault(function.address(), List.of()).stream().map(mapping -> {
                AssignedResource resource = resources.get(new ResourceKey(function.address(), ResourceName.bar(mapping.bar())));
                return new Raw(mapping, resource.type(), resource.range().map(AddressRange::size).orElse(0L));
            }).toList();
            if (!raw.isEmpty()) {
                Function description = function.description();
                long rom = description.rom().filter(one -> !one.shadow()).map(Rom::size).orElse(0L);
                found.add(of(raw, rom, description.msix(), description.ids(), machine, pageSize));
            }
        }
        for (VirtualFunction function : new VirtualFunctions(simulation.assignment()).enabledBy(simulation.boot().steps())) {
            Function physical = descriptions.get(function.physical());
            List<Raw> raw = mappings.getOrDefault(function.address(), List.of()).stream()
                    .map(mapping -> new Raw(mapping, physical.vfBar(mapping.bar()).map(Bar::type).orElse(ResourceType.MEM64_PREF),
                            mapping.areas().get(0).size()))
                    .toList();
            if (!raw.isEmpty()) {
                found.add(of(raw, 0, Optional.empty(), physical.ids(), machine, pageSize));
            }
        }
        return found;
    }

    private static HandedFunction of(List<Raw> raw, long rom, Optional<MsixTable> msix, DeviceIds ids, GuestMachine machine,
            long pageSize) {
        Optional<Integer> free = IntStream.range(0, BARS).boxed().filter(index -> raw.stream().noneMatch(bar ->
                bar.mapping().bar() == index || bar.type().is64Bit() && bar.mapping().bar() + 1 == index)).findFirst();
        Map<Integer, AddressRange> places = new HashMap<>();
        for (Place place : Place.values()) {
            places.putAll(places(raw.stream().filter(bar -> bar.type().isMemory() && bar.size() != 0
                    && HostBar.placeOf(bar.type(), machine) == place).toList()));
        }
        List<HostBar> bars = raw.stream().map(bar -> {
            AddressRange place = places.getOrDefault(bar.mapping().bar(), new AddressRange(0, 0));
            AddressRange page = AddressRange.pageOf(place.start(), pageSize);
            boolean alone = raw.stream().filter(other -> other != bar && other.type().isMemory() && other.size() != 0
                    && HostBar.placeOf(other.type(), machine) == HostBar.placeOf(bar.type(), machine))
                    .noneMatch(other -> places.get(other.mapping().bar()).overlaps(page));
            return new HostBar(bar.mapping(), bar.type(), bar.size(), place.start(), alone, msix, ids, free);
        }).toList();
        return new HandedFunction(bars, rom, machine);
    }

    /** The largest first, as SeaBIOS and EDK II do; offsets into the window of the root port. */
    private static Map<Integer, AddressRange> places(List<Raw> bars) {
        Map<Integer, AddressRange> places = new HashMap<>();
        long next = 0;
        for (Raw bar : bars.stream().sorted(Comparator.comparing(Raw::size, Long::compareUnsigned).reversed()
                .thenComparing(one -> one.mapping().bar())).toList()) {
            AddressRange place = AddressRange.ofSize(Unsigned.alignUp(next, Long.highestOneBit(bar.size())), bar.size());
            places.put(bar.mapping().bar(), place);
            next = place.end() + 1;
        }
        return places;
    }

    /** Bytes of what this function has in one of the guest's windows, of BARs as the guest sees them. */
    List<Long> sizes(Place place, List<GuestBar> seen) {
        List<Long> sizes = new ArrayList<>();
        seen.stream().filter(bar -> bar.type().isMemory() && bar.size() != 0 && HostBar.placeOf(bar.type(), machine) == place)
                .forEach(bar -> sizes.add(bar.size()));
        if (place == Place.BELOW_4G && rom != 0) {
            sizes.add(rom);
        }
        return sizes;
    }
}
