package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Hands a hotplug bridge's spare space down to the hotplug bridges below it ({@code
 * pci_bus_distribute_available_resources}; behaviour specification 4.7, C14).
 */
final class Distributor {

    private static final List<ResourceName> WINDOWS =
            List.of(ResourceName.IO_WINDOW, ResourceName.MEM_WINDOW, ResourceName.PREF_WINDOW);

    private final Context context;

    Distributor(Context context) {
        this.context = context;
    }

    /** Room that is handed down in one window: {@code [start, start + size)}. */
    private record Room(long start, long size) {
        Room take(long bytes) {
            long taken = Unsigned.min(bytes, size);
            return new Room(start + taken, size - taken);
        }

        Room alignedTo(long alignment) {
            return alignment == 0 ? this : take(Unsigned.alignUp(start, alignment) - start);
        }
    }

    void distribute(Bus root, Optional<OptionalList> optional) {
        if (context.has(Behaviour.ROOT_DISTRIBUTION)) {
            walk(root, optional);
        }
    }

    private void walk(Bus bus, Optional<OptionalList> optional) {
        for (Device bridge : bus.devices) {
            if (bridge.subordinate().isEmpty()) {
                continue;
            }
            if (bus.isRoot() || !leftToKernel(bridge)) {
                walk(bridge.subordinate().get(), optional);
            } else if (bridge.isHotplugBridge()) {
                handDown(bridge.subordinate().get(), ownRooms(bridge), optional);
            }
        }
    }

    /** Whether firmware assigned none of its windows. */
    private static boolean leftToKernel(Device bridge) {
        return WINDOWS.stream().map(bridge::region).flatMap(Optional::stream)
                .allMatch(window -> window.flags == 0 || window.has(Flags.STARTALIGN));
    }

    private static List<Room> ownRooms(Device bridge) {
        List<Room> rooms = new ArrayList<>();
        for (ResourceName name : WINDOWS) {
            rooms.add(bridge.region(name).map(window -> new Room(window.start, window.size())).orElse(new Room(0, 0)));
        }
        return rooms;
    }

    private void handDown(Bus bus, List<Room> given, Optional<OptionalList> optional) {
        Device bridge = bus.self.orElseThrow();
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < WINDOWS.size(); i++) {
            rooms.add(fill(bridge, WINDOWS.get(i), given.get(i), optional));
        }
        List<Device> bridges = bus.devices.stream().filter(device -> device.subordinate().isPresent()).toList();
        if (bridges.isEmpty()) {
            return;
        }
        bus.devices.forEach(device -> device.regions.forEach(region -> subtract(rooms, bus, device, region)));
        List<Device> hotplug = bridges.stream().filter(Device::isHotplugBridge).toList();
        List<Device> heirs = hotplug.isEmpty() ? bridges : hotplug;
        for (Device heir : heirs) {
            handDown(heir.subordinate().orElseThrow(), shares(heir, rooms, heirs.size()), optional);
        }
    }

    /** Makes the bridge's unplaced window as large as the room, once that is aligned. */
    private Room fill(Device bridge, ResourceName name, Room given, Optional<OptionalList> optional) {
        Optional<Region> window = bridge.region(name).filter(region -> !region.assigned() && region.flags != 0);
        Room room = window.map(region -> given.alignedTo(context.alignmentOf(bridge, region))).orElse(given);
        window.filter(region -> room.size() != 0).ifPresent(region -> resize(bridge, region, room.size(), optional));
        return room;
    }

    private void resize(Device bridge, Region window, long size, Optional<OptionalList> optional) {
        if (size == window.size()) {
            return;
        }
        if (Unsigned.less(size, window.size()) && context.has(Behaviour.DISTRIBUTION_KEEPS_REQUIRED)) {
            if (Unsigned.lessOrEqual(window.size(), HotplugReserve.of(bridge, context.options()).in(window))) {
                optional.ifPresent(list -> list.reduce(window, window.size() - size));
            }
            return;
        }
        window.setRange(window.start, size);
        optional.ifPresent(list -> list.remove(window));
    }

    private void subtract(List<Room> rooms, Bus bus, Device device, Region region) {
        Optional<Region> window = region.flags == 0 ? Optional.empty() : WindowSelection.ByFunction.choose(bus, region.flags);
        if (window.isEmpty() || region.isEmpty()) {
            return;
        }
        int index = WINDOWS.indexOf(Device.nameOf(window.get()));
        Room room = rooms.get(index).alignedTo(context.alignmentOf(device, region));
        rooms.set(index, room.take(region.size()));
    }

    private List<Room> shares(Device heir, List<Room> rooms, int heirs) {
        List<Room> shares = new ArrayList<>();
        for (int i = 0; i < WINDOWS.size(); i++) {
            Optional<Region> window = heir.region(WINDOWS.get(i));
            long alignment = window.map(region -> context.alignmentOf(heir, region)).orElse(0L);
            long share = Long.divideUnsigned(rooms.get(i).size(), heirs);
            long extra = alignment == 0 ? share : Unsigned.alignDown(share, alignment);
            long own = window.map(Region::size).orElse(0L);
            shares.add(new Room(rooms.get(i).start() - own, extra + own));
        }
        return shares;
    }
}
