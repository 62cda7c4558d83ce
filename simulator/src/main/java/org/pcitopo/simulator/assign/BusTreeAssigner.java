package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;

/** Places buses top down, fixed resources between ({@code __pci_bus_assign_resources}; behaviour specification 6.1). */
final class BusTreeAssigner {

    private static final int SORT = Flags.SPACE | Flags.PREFETCH;

    private final BusAssigner busAssigner;
    private final IodaWindowOpener opener;

    BusTreeAssigner(Context context, Allocator allocator) {
        this.busAssigner = BusAssigner.of(context, allocator);
        this.opener = new IodaWindowOpener(context);
    }

    void assign(Bus bus, Optional<OptionalList> optional, List<Request> failed) {
        busAssigner.assign(bus, optional, failed);
        for (Device device : bus.devices) {
            device.regions.forEach(region -> placeFixed(device, region));
            device.subordinate().ifPresent(below -> {
                assign(below, optional, failed);
                opener.open(device);
            });
        }
    }

    /** A resource that cannot move is requested where it is, on its own bus or on one above. */
    private static void placeFixed(Device device, Region region) {
        if (region.assigned() || !region.has(Flags.FIXED) || region.has(Flags.ROM_SHADOW) || !region.has(Flags.SPACE)) {
            return;
        }
        Optional<Bus> bus = Optional.of(device.bus);
        while (bus.isPresent() && !region.assigned()) {
            for (Region window : bus.get().windows) {
                if (!region.assigned() && (window.flags & SORT) == (region.flags & SORT) && window.offers(region)) {
                    window.request(region);
                }
            }
            bus = bus.get().parent();
        }
    }
}
