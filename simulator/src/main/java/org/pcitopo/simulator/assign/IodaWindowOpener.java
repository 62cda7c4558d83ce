package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * Opens the windows of the two topmost bridges on powernv to the host's full windows, so that hotplug finds room ({@code
 * pnv_pci_fixup_bridge_resources}; behaviour specification C4).
 */
final class IodaWindowOpener {

    /** Room left at the end: 1 MiB less the 64 KiB that the host keeps for MSIs. */
    private static final long MSI_GUARD = 0xf_0000;

    private final Context context;

    IodaWindowOpener(Context context) {
        this.context = context;
    }

    void open(Device bridge) {
        boolean topmost = bridge.bus.self.map(above -> above.bus.isRoot()).orElse(true);
        if (bridge.bus.host.ioda().isEmpty() || !topmost) {
            return;
        }
        open(bridge, ResourceName.IO_WINDOW, false);
        boolean guarded = open(bridge, ResourceName.MEM_WINDOW, false);
        open(bridge, ResourceName.PREF_WINDOW, guarded);
    }

    /** @return whether the room for MSIs is left in windows from here on */
    private boolean open(Device bridge, ResourceName name, boolean guarded) {
        Optional<Region> window = bridge.region(name).filter(Region::assigned);
        Optional<HostWindow> host = window.flatMap(region -> hostWindow(bridge, region));
        if (host.isEmpty()) {
            return guarded;
        }
        Region region = window.get();
        AddressRange full = host.get().range();
        boolean m32 = host.get().type().isMemory() && !host.get().type().prefetchable();
        boolean lowered = guarded || m32;
        long end = lowered ? Unsigned.max(region.end, Unsigned.subtractSaturated(full.end(), MSI_GUARD)) : full.end();
        region.set(new AddressRange(full.start(), end));
        context.recorder().add(new TraceEvent.WindowOpened(region.key.orElseThrow(), region.range()));
        return lowered;
    }

    /** Where it lies decides, not its type: a 64-bit prefetchable window may have found room in M32 alone. */
    private static Optional<HostWindow> hostWindow(Device bridge, Region window) {
        return bridge.bus.host.windows().stream()
                .filter(host -> host.type().isIo() == window.has(Flags.IO) && host.range().contains(window.range())).findFirst();
    }
}
