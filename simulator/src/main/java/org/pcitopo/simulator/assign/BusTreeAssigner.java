package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/** Places buses top down, fixed resources between ({@code __pci_bus_assign_resources}; behaviour specification 6.1). */
final class BusTreeAssigner {

    private static final int SORT = Flags.SPACE | Flags.PREFETCH;

    private final BusAssigner busAssigner;
    private final IodaWindowOpener opener;
    private final Recorder recorder;

    BusTreeAssigner(Context context, Allocator allocator) {
        this.busAssigner = BusAssigner.of(context, allocator);
        this.opener = new IodaWindowOpener(context);
        this.recorder = context.recorder();
    }

    void assign(Bus bus, Optional<OptionalList> optional, List<Request> failed) {
        busAssigner.assign(bus, optional, failed);
        for (Device device : bus.devices) {
            device.regions.forEach(region -> placeFixed(device, region));
            device.subordinate().ifPresent(below -> {
                assign(below, optional, failed);
                opener.open(device);
                recorder.add(new TraceEvent.BridgeProgrammed(device.address, openWindows(device)));
            });
        }
    }

    private static List<PrintedRange> openWindows(Device bridge) {
        return bridge.regions.stream().filter(region -> Device.nameOf(region).isWindow() && region.assigned())
                .map(Region::printed).toList();
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
