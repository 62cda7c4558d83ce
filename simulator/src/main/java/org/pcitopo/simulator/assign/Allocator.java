package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/** Finds a place for one resource on its bus ({@code pci_assign_resource}; behaviour specification 6.2, 6.5). */
final class Allocator {

    private static final List<AddressRange> REGIONS_64 = List.of(AddressRange.ABOVE_4G, AddressRange.EVERYTHING);
    private static final List<AddressRange> REGIONS_32 = List.of(AddressRange.BELOW_4G);

    private static final int PREFETCHABLE_64 = Flags.PREFETCH | Flags.MEM_64;
    private static final List<Integer> MASKS_64_PREFETCHABLE = List.of(PREFETCHABLE_64, Flags.PREFETCH, 0);
    private static final List<Integer> MASKS_64_OR_PREFETCHABLE = List.of(PREFETCHABLE_64, 0);
    private static final List<Integer> MASKS_PLAIN = List.of(PREFETCHABLE_64);

    private final Context context;
    private final GapSearch search;
    private final WindowGranularity granularity;
    private final FirmwareAddresses firmwareAddresses;

    Allocator(Context context, FirmwareAddresses firmwareAddresses) {
        this.context = context;
        this.search = new GapSearch(context);
        this.granularity = new WindowGranularity(context);
        this.firmwareAddresses = firmwareAddresses;
    }

    /** Gives {@code region} a place; whether there is one. */
    boolean assign(Device device, Region region) {
        if (region.has(Flags.FIXED)) {
            return true;
        }
        region.flags |= Flags.UNSET;
        long alignment = context.alignmentOf(device, region);
        region.lastAlignment = alignment;
        region.lastSize = region.size();
        if (alignment == 0) {
            return giveUp(region);
        }
        Optional<Place> place = find(device, region, region.size(), alignment);
        if (place.isEmpty()) {
            context.recorder().add(new TraceEvent.NoSpace(region.key.orElseThrow(), region.size(), alignment,
                    tried(device, region)));
            return firmwareAddresses.restore(device, region) || giveUp(region);
        }
        region.settle(place.get().range);
        place.get().window.request(region);
        context.recorder().add(new TraceEvent.Assigned(region.key.orElseThrow(), region.range()));
        return true;
    }

    private boolean giveUp(Region region) {
        region.outcome = Region.Outcome.FAILED;
        context.recorder().add(new TraceEvent.GivenUp(region.key.orElseThrow()));
        return false;
    }

    /** Grows or moves a placed region by {@code more} bytes at {@code alignment} ({@code pci_reassign_resource}). */
    boolean grow(Device device, Region region, long more, long alignment) {
        if (region.has(Flags.FIXED)) {
            return true;
        }
        if (!region.assigned()) {
            return false;
        }
        Optional<Place> place = find(device, region, region.size() + more, alignment)
                .filter(found -> movable(region, found.range));
        place.ifPresent(found -> {
            AddressRange from = region.range();
            Region window = found.window;
            region.release();
            region.set(found.range);
            window.request(region);
            region.flags &= ~Flags.STARTALIGN;
            context.recorder().add(new TraceEvent.Grown(region.key.orElseThrow(), from, found.range));
        });
        if (place.isEmpty()) {
            context.recorder().add(new TraceEvent.GrowFailed(region.key.orElseThrow(), region.printed(), more));
        }
        return place.isPresent();
    }

    /** A region with children can grow in place, not move. */
    private static boolean movable(Region region, AddressRange to) {
        return to.contains(region.range()) || region.children().isEmpty();
    }

    private record Place(Region window, AddressRange range) {
    }

    /** Tries the device's bus, then the buses above as long as bridges are transparent. */
    private Optional<Place> find(Device device, Region region, long size, long alignment) {
        Bus bus = device.bus;
        while (true) {
            Optional<Place> place = findOn(bus, device, region, size, alignment);
            if (place.isPresent() || bus.self.isEmpty() || !bus.self.get().isTransparent()) {
                return place;
            }
            bus = bus.self.get().bus;
        }
    }

    /** The windows that {@link #find} looks into. */
    private List<TraceEvent.Tried> tried(Device device, Region region) {
        List<TraceEvent.Tried> tried = new ArrayList<>();
        Optional<Bus> bus = Optional.of(device.bus);
        while (bus.isPresent()) {
            for (Region window : bus.get().windows) {
                if (window.windowId.isPresent() && masks(region).stream().anyMatch(mask -> usable(window, region, mask | Flags.SPACE))) {
                    WindowUse use = WindowUse.of(window);
                    tried.add(new TraceEvent.Tried(use.id(), use.range(), use.free(), use.largestHole()));
                }
            }
            bus = bus.get().self.filter(Device::isTransparent).map(bridge -> bridge.bus);
        }
        return tried;
    }

    private Optional<Place> findOn(Bus bus, Device device, Region region, long size, long alignment) {
        for (int mask : masks(region)) {
            Optional<Place> place = findMatching(bus, device, region, size, alignment, mask);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** Which type bits a window must have in common with {@code region}, strictest first. */
    private static List<Integer> masks(Region region) {
        if (region.hasAll(PREFETCHABLE_64)) {
            return MASKS_64_PREFETCHABLE;
        }
        return region.has(PREFETCHABLE_64) ? MASKS_64_OR_PREFETCHABLE : MASKS_PLAIN;
    }

    private Optional<Place> findMatching(Bus bus, Device device, Region region, long size, long alignment, int mask) {
        for (AddressRange busAddresses : region.has(Flags.MEM_64) ? REGIONS_64 : REGIONS_32) {
            for (Region window : bus.windows) {
                if (usable(window, region, mask | Flags.SPACE)) {
                    Optional<Place> place = findIn(window, busAddresses, bus, device, region, size, alignment);
                    if (place.isPresent()) {
                        return place;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean usable(Region window, Region region, int mask) {
        boolean skipped = context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) && window.has(Flags.UNSET | Flags.DISABLED);
        return !skipped && ((window.flags ^ region.flags) & mask) == 0 && !window.isEmpty() && window.assigned()
                && (!window.has(Flags.PREFETCH) || region.has(Flags.PREFETCH));
    }

    private Optional<Place> findIn(Region window, AddressRange busAddresses, Bus bus, Device device, Region region, long size,
            long alignment) {
        Optional<AddressRange> available = clip(window, busAddresses, bus);
        if (available.isEmpty()) {
            return Optional.empty();
        }
        long minimum = region.has(Flags.IO) ? context.hooks().minimumIo() : context.hooks().minimumMemory();
        long low = available.get().start() != 0 ? available.get().start() : minimum;
        if (Unsigned.less(available.get().end(), low)) {
            return Optional.empty();
        }
        AddressRange bounds = new AddressRange(low, available.get().end());
        long step = granularity.of(device.bus, region.flags);
        return search.find(window, new GapSearch.Wanted(bounds, size, alignment, region, step))
                .map(range -> new Place(window, range));
    }

    /** The part of {@code window} whose bus addresses lie in {@code busAddresses}, as CPU addresses. */
    private static Optional<AddressRange> clip(Region window, AddressRange busAddresses, Bus bus) {
        long offset = busOffset(window, bus);
        return window.range().shifted(-offset).flatMap(range -> range.intersection(busAddresses))
                .flatMap(range -> range.shifted(offset));
    }

    private static long busOffset(Region window, Bus bus) {
        for (HostWindow host : bus.host.windows()) {
            boolean sameSpace = host.type().isIo() == window.has(Flags.IO);
            if (sameSpace && host.range().contains(window.range())) {
                return host.offset();
            }
        }
        return 0;
    }
}
