package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;

/**
 * What a hot-plug port could still take without another window being moved.
 *
 * @param port the port
 * @param rooms its open windows, in index order; what has no window cannot be plugged in at all
 * @param buses how many bus numbers are left for bridges on what is plugged in
 */
public record HotplugBudget(PciAddress port, List<Room> rooms, int buses) {

    public HotplugBudget {
        rooms = List.copyOf(rooms);
    }

    /**
     * What one window has left.
     *
     * @param window which
     * @param type its type bits
     * @param free bytes not taken
     * @param largestBar bytes of the largest BAR that would find a place, 0 for none
     */
    public record Room(ResourceName window, ResourceType type, long free, long largestBar) {
    }

    /** The budgets of all hot-plug ports, in scan order. */
    public static List<HotplugBudget> of(Simulation simulation) {
        return simulation.assignment().functions().stream()
                .filter(function -> function.description().bridge().map(Bridge::hotplug).orElse(false))
                .map(port -> new HotplugBudget(port.address(), rooms(simulation, port), buses(simulation, port))).toList();
    }

    private static List<Room> rooms(Simulation simulation, EnumeratedFunction port) {
        List<Room> rooms = new ArrayList<>();
        for (WindowUse window : simulation.assignment().windows()) {
            if (window.id() instanceof WindowId.OfBridge id && id.bridge().equals(port.address())) {
                rooms.add(new Room(id.name(), window.type(), window.free(), largestBar(simulation, window)));
            }
        }
        return rooms;
    }

    /** BARs lie at multiples of their size. */
    private static long largestBar(Simulation simulation, WindowUse window) {
        List<AddressRange> taken = simulation.assignment().resources().stream()
                .filter(resource -> resource.window().filter(window.id()::equals).isPresent())
                .flatMap(resource -> resource.range().stream()).sorted().toList();
        long size = Long.highestOneBit(window.largestHole());
        while (size != 0 && !fits(size, window.range(), taken)) {
            size >>>= 1;
        }
        return size;
    }

    private static boolean fits(long size, AddressRange window, List<AddressRange> taken) {
        long start = Unsigned.alignUp(window.start(), size);
        for (AddressRange other : taken) {
            if (Unsigned.less(start, other.start()) && Unsigned.lessOrEqual(start + size - 1, other.start() - 1)) {
                return true;
            }
            start = Unsigned.less(start, other.end()) ? Unsigned.alignUp(other.end() + 1, size) : start;
        }
        return !Unsigned.less(start, window.start()) && Unsigned.lessOrEqual(start, start + size - 1)
                && Unsigned.lessOrEqual(start + size - 1, window.end());
    }

    private static int buses(Simulation simulation, EnumeratedFunction port) {
        int highest = simulation.assignment().functions().stream()
                .filter(function -> function.address().domain() == port.address().domain()
                        && function.address().bus() >= port.secondary() && function.address().bus() <= port.subordinate())
                .mapToInt(function -> Math.max(function.address().bus(), function.subordinate())).max().orElse(port.secondary());
        return port.subordinate() - highest;
    }
}
