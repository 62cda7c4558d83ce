package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceName;
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
        boolean memoryOpened = open(bridge, ResourceName.MEM_WINDOW, true);
        open(bridge, ResourceName.PREF_WINDOW, memoryOpened);
    }

    private boolean open(Device bridge, ResourceName name, boolean guarded) {
        Optional<Region> window = bridge.region(name).filter(Region::assigned);
        Optional<AddressRange> full = window.flatMap(region -> hostWindow(bridge, region));
        if (full.isEmpty()) {
            return false;
        }
        Region region = window.get();
        region.set(guarded ? new AddressRange(full.get().start(), full.get().end() - MSI_GUARD) : full.get());
        context.recorder().add(new TraceEvent.WindowOpened(region.key.orElseThrow(), region.range()));
        return true;
    }

    private static Optional<AddressRange> hostWindow(Device bridge, Region window) {
        boolean m64 = window.hasAll(Flags.MEM_64 | Flags.PREFETCH);
        boolean io = window.has(Flags.IO);
        return bridge.bus.host.windows().stream()
                .filter(host -> host.type().isIo() == io && host.type().prefetchable() == m64)
                .map(HostWindow::range).findFirst();
    }
}
