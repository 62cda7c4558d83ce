package org.pcitopo.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.VirtualFunctions;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VirtualFunction;

/** Puts every resource of a simulation that has an address into the host window that it is in. */
final class StripLayout {

    /** Firmware hands out I/O ports by sixteens at least. */
    private static final long IO_GRAIN = 16;

    private final Simulation simulation;
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<ResourceKey, Mapping> mappings = new HashMap<>();
    private final Map<PciAddress, String> names = new HashMap<>();
    private final Map<WindowId, List<AssignedResource>> contents = new HashMap<>();
    private final List<VirtualFunction> virtualFunctions;

    StripLayout(Simulation simulation) {
        this.simulation = simulation;
        for (EnumeratedFunction function : simulation.assignment().functions()) {
            names.put(function.address(), function.description().name());
        }
        for (AssignedResource resource : simulation.assignment().resources()) {
            resources.put(resource.key(), resource);
            resource.window().filter(window -> resource.range().isPresent())
                    .ifPresent(window -> contents.computeIfAbsent(window, unused -> new ArrayList<>()).add(resource));
        }
        for (Mapping mapping : simulation.mappings()) {
            mappings.putIfAbsent(new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar())), mapping);
        }
        virtualFunctions = new VirtualFunctions(simulation.assignment()).enabledBy(simulation.boot().steps());
    }

    /** All host windows, in firmware's order. */
    List<Strip> strips() {
        List<Strip> strips = new ArrayList<>();
        for (HostBridge host : simulation.topology().hostBridges()) {
            for (int i = 0; i < host.windows().size(); i++) {
                strips.add(strip(host, i));
            }
        }
        return strips;
    }

    Optional<Mapping> mapping(ResourceKey key) {
        return Optional.ofNullable(mappings.get(key));
    }

    /** How {@code resource} looks, with an address or without. */
    Look look(AssignedResource resource) {
        return resource.state() == ResourceState.UNASSIGNED ? Look.UNASSIGNED
                : Look.of(resource.key().name().isWindow() ? Box.Kind.WINDOW : Box.Kind.BAR, mapping(resource.key()));
    }

    private Strip strip(HostBridge host, int index) {
        HostWindow window = host.windows().get(index);
        List<Box> boxes = new ArrayList<>();
        List<AddressRange> seen = new ArrayList<>();
        Space space = window.type().space();
        simulation.topology().reservations().stream()
                .filter(reserved -> reserved.space() == space && reserved.range().overlaps(window.range()))
                .forEach(reserved -> boxes.add(new Box(Box.Kind.RESERVED, reserved.owner(), Optional.empty(),
                        reserved.range().intersection(window.range()).orElseThrow(), 0, Optional.empty())));
        boxes.forEach(box -> seen.add(box.range()));
        fill(new WindowId.OfHost(host.domain(), host.firstBus(), index), 0, boxes, seen);
        List<Box> apart = apart(boxes);
        long grain = space == Space.IO ? IO_GRAIN : simulation.boot().pageSize();
        int lanes = apart.stream().mapToInt(box -> box.lane() + 1).max().orElse(0);
        return new Strip(host, index, window, Axis.of(window.range(), seen, edges(apart), grain), apart, lanes);
    }

    private static List<Long> edges(List<Box> boxes) {
        List<Long> edges = new ArrayList<>();
        boxes.stream().filter(box -> box.kind() == Box.Kind.WINDOW).forEach(box -> {
            edges.add(box.range().start());
            edges.add(box.range().end() + 1);
        });
        return edges;
    }

    private void fill(WindowId window, int lane, List<Box> boxes, List<AddressRange> seen) {
        for (AssignedResource resource : contents.getOrDefault(window, List.of())) {
            AddressRange range = resource.range().orElseThrow();
            ResourceName name = resource.key().name();
            String owner = nameOf(resource.key().function());
            if (name.isWindow()) {
                WindowId inner = new WindowId.OfBridge(resource.key().function(), name);
                boxes.add(new Box(Box.Kind.WINDOW, owner + " " + name, Optional.of(resource.key()), range, lane, Optional.empty()));
                if (contents.containsKey(inner)) {
                    fill(inner, lane + 1, boxes, seen);
                } else {
                    seen.add(range);
                }
            } else {
                seen.add(range);
                boxes.add(new Box(name == ResourceName.ROM ? Box.Kind.ROM : Box.Kind.BAR, owner + " " + name,
                        Optional.of(resource.key()), range, lane, mapping(resource.key())));
                if (name.isVfBar()) {
                    addVirtual(resource, lane + 1, boxes);
                }
            }
        }
    }

    private void addVirtual(AssignedResource whole, int lane, List<Box> boxes) {
        for (VirtualFunction virtual : virtualFunctions) {
            if (virtual.physical().equals(whole.key().function())) {
                virtual.bars().stream().filter(bar -> bar.index() == whole.key().name().register()).forEach(bar -> {
                    ResourceKey key = new ResourceKey(virtual.address(), ResourceName.bar(bar.index()));
                    boxes.add(new Box(Box.Kind.VF, virtual.address() + " BAR " + bar.index(), Optional.of(key), bar.range(), lane,
                            mapping(key)));
                });
            }
        }
    }

    private String nameOf(PciAddress address) {
        String name = names.getOrDefault(address, "");
        return name.isEmpty() ? address.toString() : name;
    }

    /** Windows that powernv opened overlap their neighbours: such a box goes to the next lane that has room. */
    private static List<Box> apart(List<Box> boxes) {
        List<Box> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingInt(Box::lane).thenComparing(Box::range).thenComparing(Box::label));
        Map<Integer, TreeMap<Long, AddressRange>> taken = new HashMap<>();
        List<Box> result = new ArrayList<>();
        for (Box box : sorted) {
            int lane = box.lane();
            while (isTaken(taken.computeIfAbsent(lane, unused -> new TreeMap<>(Long::compareUnsigned)), box.range())) {
                lane++;
            }
            taken.get(lane).put(box.range().start(), box.range());
            result.add(new Box(box.kind(), box.label(), box.resource(), box.range(), lane, box.mapping()));
        }
        result.sort(Comparator.comparingInt(Box::lane).thenComparing(Box::range));
        return result;
    }

    private static boolean isTaken(TreeMap<Long, AddressRange> lane, AddressRange range) {
        Map.Entry<Long, AddressRange> before = lane.floorEntry(range.end());
        return before != null && before.getValue().overlaps(range);
    }
}
