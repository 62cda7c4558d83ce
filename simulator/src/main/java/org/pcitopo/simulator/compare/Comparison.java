package org.pcitopo.simulator.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * What changes from one outcome to another: of the same machine booted differently, or of two machines. Functions are matched
 * by the names that a person gave them, then by their way from the root bus, then by address. What stays as it is is not
 * listed; neither are the resources of a function that only one side has.
 *
 * @param functions functions that only one side has, have another address, or other ids; by address
 * @param hostWindows host windows that differ or are filled differently, in firmware's order
 * @param resources resources that end differently, by function address, then by index
 * @param mappings what vfio-pci says differently, by function address, then by BAR
 */
public record Comparison(List<FunctionChange> functions, List<HostWindowChange> hostWindows, List<ResourceChange> resources,
        List<MappingChange> mappings) {

    public Comparison {
        functions = List.copyOf(functions);
        hostWindows = List.copyOf(hostWindows);
        resources = List.copyOf(resources);
        mappings = List.copyOf(mappings);
    }

    /** Compares any two outcomes. */
    public static Comparison between(Simulation before, Simulation after) {
        Counterparts counterparts = Counterparts.of(before.assignment().functions(), after.assignment().functions());
        return new Comparison(functions(before, after, counterparts), hostWindows(before, after),
                resources(before, after, counterparts), mappings(before, after, counterparts));
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return functions.isEmpty() && hostWindows.isEmpty() && resources.isEmpty() && mappings.isEmpty();
    }

    /** The resources that change in this way, in order. */
    public List<ResourceChange> resources(ResourceChange.Kind kind) {
        return resources.stream().filter(change -> change.kinds().contains(kind)).toList();
    }

    /** The mappings that change in this way, in order. */
    public List<MappingChange> mappings(MappingChange.Kind kind) {
        return mappings.stream().filter(change -> change.kind() == kind).toList();
    }

    private static List<FunctionChange> functions(Simulation before, Simulation after, Counterparts counterparts) {
        Map<PciAddress, EnumeratedFunction> now = new HashMap<>();
        after.assignment().functions().forEach(function -> now.put(function.address(), function));
        Map<PciAddress, List<FunctionChange>> changes = new TreeMap<>();
        for (EnumeratedFunction function : before.assignment().functions()) {
            Optional<EnumeratedFunction> other = counterparts.after(function.address()).map(now::remove);
            FunctionChange.of(Optional.of(function), other).ifPresent(change -> add(changes, function.address(), change));
        }
        now.forEach((address, function) -> FunctionChange.of(Optional.empty(), Optional.of(function))
                .ifPresent(change -> add(changes, address, change)));
        return changes.values().stream().flatMap(List::stream).toList();
    }

    private static List<HostWindowChange> hostWindows(Simulation before, Simulation after) {
        Map<WindowId, WindowUse> now = new HashMap<>();
        List<WindowUse> added = new ArrayList<>();
        for (WindowUse window : after.assignment().windows()) {
            if (window.id() instanceof WindowId.OfHost) {
                now.put(window.id(), window);
                added.add(window);
            }
        }
        List<HostWindowChange> changes = new ArrayList<>();
        for (WindowUse window : before.assignment().windows()) {
            if (window.id() instanceof WindowId.OfHost) {
                Optional<WindowUse> other = Optional.ofNullable(now.get(window.id()));
                other.ifPresent(added::remove);
                HostWindowChange.of(Optional.of(window), other).ifPresent(changes::add);
            }
        }
        added.forEach(window -> HostWindowChange.of(Optional.empty(), Optional.of(window)).ifPresent(changes::add));
        return changes;
    }

    private static List<ResourceChange> resources(Simulation before, Simulation after, Counterparts counterparts) {
        Map<ResourceKey, AssignedResource> now = new HashMap<>();
        after.assignment().resources().stream().filter(resource -> counterparts.hasBefore(resource.key().function()))
                .forEach(resource -> now.put(resource.key(), resource));
        Map<ResourceKey, List<ResourceChange>> changes = new TreeMap<>();
        for (AssignedResource resource : before.assignment().resources()) {
            ResourceKey key = resource.key();
            Optional<PciAddress> address = counterparts.after(key.function());
            if (address.isPresent()) {
                Optional<AssignedResource> other = Optional.ofNullable(now.remove(new ResourceKey(address.get(), key.name())));
                ResourceChange.of(Optional.of(resource), other).ifPresent(change -> add(changes, key, change));
            }
        }
        now.forEach((key, resource) -> ResourceChange.of(Optional.empty(), Optional.of(resource))
                .ifPresent(change -> add(changes, key, change)));
        return changes.values().stream().flatMap(List::stream).toList();
    }

    private static List<MappingChange> mappings(Simulation before, Simulation after, Counterparts counterparts) {
        Map<ResourceKey, Mapping> now = new HashMap<>();
        after.mappings().stream().filter(mapping -> counterparts.comparable(mapping.function()))
                .forEach(mapping -> now.put(key(mapping.function(), mapping), mapping));
        Map<ResourceKey, List<MappingChange>> changes = new TreeMap<>();
        for (Mapping mapping : before.mappings()) {
            PciAddress address = mapping.function();
            if (counterparts.comparable(address)) {
                Optional<Mapping> other =
                        Optional.ofNullable(now.remove(key(counterparts.after(address).orElse(address), mapping)));
                MappingChange.of(Optional.of(mapping), other).ifPresent(change -> add(changes, key(address, mapping), change));
            }
        }
        now.forEach((key, mapping) -> MappingChange.of(Optional.empty(), Optional.of(mapping))
                .ifPresent(change -> add(changes, key, change)));
        return changes.values().stream().flatMap(List::stream).toList();
    }

    private static ResourceKey key(PciAddress function, Mapping mapping) {
        return new ResourceKey(function, ResourceName.bar(mapping.bar()));
    }

    /** Two machines may have different things at one address. */
    private static <K, C> void add(Map<K, List<C>> changes, K key, C change) {
        changes.computeIfAbsent(key, unused -> new ArrayList<>()).add(change);
    }
}
