package org.pcitopo.simulator.assign;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * Where firmware had put BARs that could not be claimed. x86 falls back to it where no window has room ({@code
 * pci_revert_fw_address}; behaviour specification 4.2, 6.5).
 */
final class FirmwareAddresses {

    private static final AddressRange ALL_PORTS = new AddressRange(0, 0xffff);

    private final Recorder recorder;
    private final boolean needsWindow;
    private final Map<Region, Long> starts = new IdentityHashMap<>();
    /** What no window offers: on a root bus the kernel trusts the host bridge to forward that too. */
    private final Region memory = Region.outsideWindows(Flags.MEM, AddressRange.EVERYTHING);
    private final Region ports = Region.outsideWindows(Flags.IO, ALL_PORTS);

    /** @param needsWindow whether bridges above must forward the address */
    FirmwareAddresses(Recorder recorder, boolean needsWindow) {
        this.recorder = recorder;
        this.needsWindow = needsWindow;
    }

    /** Remembers where {@code region} is. */
    void remember(Region region) {
        starts.put(region, region.start);
    }

    /** Forgets all: after the boot nothing falls back. */
    void forget() {
        starts.clear();
    }

    /** What lies outside of windows and is owned by others, and the windows themselves. */
    void block(List<Bus> roots, List<E820Entry> e820, List<Reservation> reservations) {
        for (Bus root : roots) {
            root.windows.forEach(window -> block(Region.reserved(window.toString(), window.flags & Flags.SPACE, window.range())));
        }
        e820.forEach(entry -> block(Region.reserved(entry.type(), Flags.MEM, entry.range())));
        reservations.forEach(reservation -> block(Region.reserved(reservation.owner(),
                reservation.space() == Space.IO ? Flags.IO : Flags.MEM, reservation.range())));
    }

    private void block(Region owned) {
        Claimer.block(owned.has(Flags.IO) ? ports : memory, owned);
    }

    /** The window of the host bridge that is all of the address space, where no source tells better ones. */
    private static Optional<Region> wholeSpace(Bus bus, Region wanted) {
        Bus root = bus;
        while (root.parent().isPresent()) {
            root = root.parent().get();
        }
        return root.windows.stream().filter(window -> window.start == 0 && window.range().contains(wanted.range())
                && window.has(Flags.SPACE & wanted.flags)).findFirst();
    }

    /** Puts {@code region} back to where firmware had it, if that is free; behind a bridge its window must hold it. */
    boolean restore(Device device, Region region) {
        Optional<AddressRange> wanted =
                Optional.ofNullable(starts.get(region)).flatMap(start -> AddressRange.tryOfSize(start, region.size()));
        if (wanted.isEmpty()) {
            return false;
        }
        Region probe = Region.reserved("firmware address", region.flags & ~Flags.UNSET, wanted.get());
        Optional<Region> holder = Claimer.containingWindow(device.bus, probe)
                .or(() -> needsWindow ? Optional.empty() : wholeSpace(device.bus, probe))
                .or(() -> device.bus.isRoot() || !needsWindow ? Optional.of(region.has(Flags.IO) ? ports : memory) : Optional.empty());
        if (holder.isEmpty()) {
            recorder.add(new TraceEvent.FirmwareAddressRefused(region.key.orElseThrow(), wanted.get()));
            return false;
        }
        Optional<Region> conflict = holder.get().request(probe);
        if (conflict.isPresent()) {
            recorder.add(new TraceEvent.FirmwareAddressTaken(region.key.orElseThrow(), wanted.get(), conflict.get().toString(),
                    conflict.get().printed()));
            return false;
        }
        probe.release();
        region.settle(wanted.get());
        holder.get().request(region);
        recorder.add(new TraceEvent.FirmwareAddressKept(region.key.orElseThrow(), wanted.get()));
        return true;
    }
}
