package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.guest.Aperture.Place;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.vfio.Mapping.Guest;

/**
 * What one guest sees of the functions that it is given: each function behind a root port of its own, but on the root bus in
 * pseries guests and under Cloud Hypervisor.
 *
 * @param machine the guest
 * @param bars its BARs, by function in the order of the host, then by number
 * @param rooms its windows: the one below 4 GiB, the one above
 */
public record GuestView(GuestMachine machine, List<GuestBar> bars, List<Room> rooms) {

    public GuestView {
        bars = List.copyOf(bars);
        rooms = List.copyOf(rooms);
    }

    /**
     * The view of a guest that gets {@code functions}, whatever else it has not counted.
     *
     * @param simulation the host
     * @param functions addresses on the host, virtual functions among them; others have no BARs
     * @param machine the guest; {@link GuestMachine#isKnown} must hold
     */
    public static GuestView of(Simulation simulation, Set<PciAddress> functions, GuestMachine machine) {
        VmmRules rules = VmmRules.of(machine, simulation.boot().pageSize());
        Map<Place, Demand> demands = new EnumMap<>(Map.of(Place.BELOW_4G, new Demand(), Place.ABOVE_4G, new Demand()));
        List<GuestBar> bars = new ArrayList<>();
        for (HandedFunction function : new HandedFunctions(simulation, functions).all()) {
            List<GuestBar> seen = function.bars(machine, simulation.boot().pageSize()).stream().map(rules::seen).toList();
            bars.addAll(seen);
            demands.forEach((place, demand) -> demand(demand, machine, function.sizes(place, machine, seen)));
        }
        return new GuestView(machine, bars, Apertures.of(machine).stream()
                .map(aperture -> room(aperture, demands.get(aperture.place()), machine)).toList());
    }

    /** Whether the guest reaches every memory BAR, or all of it but the pages of an MSI-X table, directly, and all have room. */
    public boolean isGood() {
        return rooms.stream().allMatch(Room::fits)
                && bars.stream().allMatch(bar -> bar.type().isIo() || bar.guest() != Guest.EMULATED);
    }

    private static void demand(Demand demand, GuestMachine machine, List<Long> sizes) {
        if (machine.hasRootPorts()) {
            demand.addWindow(sizes);
        } else {
            sizes.forEach(demand::add);
        }
    }

    private static Room room(Aperture aperture, Demand demand, GuestMachine machine) {
        boolean fits = demand.fitsInto(aperture.range());
        VmmOptions options = new VmmOptions(machine);
        return new Room(aperture, demand.total(), fits, fits ? List.of()
                : aperture.place() == Place.ABOVE_4G ? options.moreAbove(demand.total()) : options.moreBelow());
    }
}
