package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.trace.TraceEvent.ClaimFailure;

/** Keeps what firmware assigned, where it fits ({@code pci_claim_resource}; behaviour specification 4.1). */
final class Claimer {

    private final Recorder recorder;

    Claimer(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Claims a BAR, ROM or window at its present address; on failure marks it unset. */
    boolean claim(Device device, Region region) {
        if (region.has(Flags.UNSET)) {
            return fail(region, ClaimFailure.NO_ADDRESS, Optional.empty());
        }
        if (region.has(Flags.ROM_SHADOW)) {
            return true;
        }
        Optional<Region> window = containingWindow(device.bus, region);
        if (window.isEmpty()) {
            return fail(region, ClaimFailure.NO_COMPATIBLE_WINDOW, Optional.empty());
        }
        Optional<Region> conflict = window.get().request(region);
        if (conflict.isPresent()) {
            return fail(region, ClaimFailure.ADDRESS_CONFLICT, conflict);
        }
        region.outcome = Region.Outcome.CLAIMED;
        recorder.add(new TraceEvent.Claimed(region.key.orElseThrow(), region.range()));
        return true;
    }

    private boolean fail(Region region, ClaimFailure reason, Optional<Region> conflict) {
        Optional<AddressRange> range = region.isEmpty() || region.has(Flags.UNSET) ? Optional.empty()
                : Optional.of(region.range());
        region.flags |= Flags.UNSET;
        recorder.add(new TraceEvent.ClaimFailed(region.key.orElseThrow(), range, reason, conflict.map(Region::toString),
                conflict.map(Region::printed)));
        return false;
    }

    /** Claims a bridge window; where that fails, cuts it to what the bus above offers and tries again. */
    boolean claimWindow(Device bridge, Region window) {
        if (claim(bridge, window)) {
            return true;
        }
        if (!bridge.isPciBridge()) {
            return true;
        }
        return clip(bridge, window) && claim(bridge, window);
    }

    /**
     * Claims a bridge window as powerpc does: windows that were claimed before and lie inside it move below it; nothing is cut
     * ({@code pcibios_allocate_bus_resources}).
     */
    boolean claimWindowAroundOthers(Device bridge, Region window) {
        Optional<Region> above = containingWindow(bridge.bus, window);
        if (above.isEmpty() || !above.get().requestAround(window)) {
            return claim(bridge, window);
        }
        window.outcome = Region.Outcome.CLAIMED;
        recorder.add(new TraceEvent.Claimed(window.key.orElseThrow(), window.range()));
        return true;
    }

    /** Cuts {@code window} to its overlap with the first window of its space above; whether that changed it. */
    private boolean clip(Device bridge, Region window) {
        for (Region above : bridge.bus.windows) {
            if ((above.flags & Flags.SPACE) != (window.flags & Flags.SPACE) || above.isEmpty() || window.isEmpty()) {
                continue;
            }
            Optional<AddressRange> overlap = above.range().intersection(window.range());
            if (overlap.isEmpty()) {
                continue;
            }
            if (overlap.get().equals(window.range())) {
                return false;
            }
            recorder.add(new TraceEvent.WindowClipped(window.key.orElseThrow(), window.range(), overlap.get()));
            window.set(overlap.get());
            window.flags &= ~Flags.UNSET;
            return true;
        }
        return false;
    }

    /** The window of {@code bus} that holds {@code region}; none where it is prefetchable and the region is not. */
    static Optional<Region> containingWindow(Bus bus, Region region) {
        for (Region window : bus.windows) {
            if (window.offers(region)) {
                boolean wrongKind = window.has(Flags.PREFETCH) && !region.has(Flags.PREFETCH);
                return wrongKind ? Optional.empty() : Optional.of(window);
            }
        }
        return Optional.empty();
    }

    /**
     * Claims everything as firmware left it: windows depth first, then BARs, ROMs and VF BARs ({@code
     * pci_bus_claim_resources}; behaviour specification C5).
     */
    void claimEverything(Bus root) {
        claimWindowsBelow(root);
        claimDevices(root);
    }

    private void claimWindowsBelow(Bus bus) {
        bus.self.ifPresent(bridge -> {
            for (Region region : bridge.regions) {
                if (Device.nameOf(region).isWindow() && region.flags != 0 && !region.has(Flags.DISABLED)
                        && !region.assigned()) {
                    claimWindow(bridge, region);
                }
            }
        });
        bus.children().forEach(this::claimWindowsBelow);
    }

    private void claimDevices(Bus bus) {
        for (Device device : bus.devices) {
            for (Region region : device.regions) {
                if (!Device.nameOf(region).isWindow() && region.flags != 0 && !region.assigned()) {
                    claim(device, region);
                }
            }
            device.subordinate().ifPresent(this::claimDevices);
        }
    }

    /** Whether {@code name} is claimed together with the BARs of a function on x86: BARs and VF BARs, not the ROM. */
    static boolean claimedAsBar(ResourceName name) {
        return name.isBar() || name.isVfBar();
    }

    /** Inserts what others own into the free parts of {@code window} and of the windows in it. */
    static void block(Region window, Region reservation) {
        if (window.isEmpty() || (window.flags & Flags.SPACE) != (reservation.flags & Flags.SPACE)) {
            return;
        }
        Optional<AddressRange> overlap = window.range().intersection(reservation.range());
        if (overlap.isEmpty()) {
            return;
        }
        long from = overlap.get().start();
        long last = overlap.get().end();
        boolean open = true;
        for (Region child : List.copyOf(window.children())) {
            if (Unsigned.less(last, child.start)) {
                break;
            }
            if (Unsigned.less(child.end, from)) {
                continue;
            }
            if (Unsigned.less(from, child.start)) {
                insert(window, reservation, from, child.start - 1);
            }
            if (child.windowId.isPresent()) {
                block(child, reservation);
            }
            open = Unsigned.less(child.end, last);
            from = child.end + 1;
            if (!open) {
                break;
            }
        }
        if (open) {
            insert(window, reservation, from, last);
        }
    }

    private static void insert(Region window, Region reservation, long from, long last) {
        window.request(Region.reserved(reservation.toString(), reservation.flags, new AddressRange(from, last)));
    }
}
