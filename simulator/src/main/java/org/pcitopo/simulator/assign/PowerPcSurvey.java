package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.ResourceName;

/** powerpc: claims what firmware assigned unless the platform reassigns everything (behaviour specification 4.4, C6). */
final class PowerPcSurvey implements Survey {

    private static final long LEGACY_IO = 0x1000;
    private static final AddressRange VGA = new AddressRange(0xa_0000, 0xb_ffff);

    private final Context context;
    private final Claimer claimer;

    PowerPcSurvey(Context context) {
        this.context = context;
        this.claimer = new Claimer(context.recorder());
    }

    private boolean reassignsEverything() {
        return context.platform().machine() == Machine.POWERNV;
    }

    @Override
    public boolean readsBridgeWindows() {
        return !reassignsEverything();
    }

    @Override
    public void survey(List<Bus> roots) {
        if (!reassignsEverything()) {
            roots.forEach(FreescaleHost::copyWindows);
            roots.forEach(this::claimWindows);
            roots.forEach(root -> claimBars(root, true));
            roots.forEach(root -> claimBars(root, false));
        }
        if (!context.platform().probeOnly()) {
            roots.forEach(PowerPcSurvey::reserveLegacy);
        }
    }

    private void claimWindows(Bus bus) {
        bus.self.ifPresent(bridge -> {
            for (Region window : bridge.regions) {
                if (Device.nameOf(window).isWindow() && window.flags != 0 && !window.has(Flags.DISABLED)
                        && (window.has(Flags.UNSET) || window.start == 0 || !claimer.claimWindowAroundOthers(bridge, window))) {
                    window.setRange(0, keepsSize(window) ? window.size() : 0);
                    window.flags = context.closedWindowFlags(Flags.typeOf(window.flags));
                }
            }
        });
        bus.children().forEach(this::claimWindows);
    }

    /**
     * A window that reads as 0 is taken as not set up, and its size stays a floor for what it gets ({@code
     * pcibios_uninitialized_bridge_resource}). Registers that are all zeros, without the bit for 64 bits, may not be there.
     */
    private static boolean keepsSize(Region window) {
        return window.start == 0 && !window.has(Flags.UNSET) && window.has(Flags.MEM_64);
    }

    private void claimBars(Bus bus, boolean decodeOn) {
        for (Device device : bus.devices) {
            for (Region region : device.regions) {
                ResourceName name = Device.nameOf(region);
                if (name.isWindow() || name.isVfBar() || region.assigned() || region.flags == 0) {
                    continue;
                }
                // 0 means unassigned, even where the host window adds an offset (C6).
                if (bus.busStart(region) == 0) {
                    region.forgetAddress();
                    region.flags |= Flags.UNSET;
                }
                if (!region.has(Flags.UNSET) && decodes(device, region, name) == decodeOn && !claimer.claim(device, region)) {
                    region.forgetAddress();
                }
            }
            if (decodeOn) {
                device.region(ResourceName.ROM).ifPresent(rom -> rom.flags &= ~Flags.ROM_ENABLE);
            }
            device.subordinate().ifPresent(below -> claimBars(below, decodeOn));
        }
    }

    private static boolean decodes(Device device, Region region, ResourceName name) {
        return name != ResourceName.ROM && (region.has(Flags.IO) ? device.ioDecode : device.memoryDecode);
    }

    /**
     * Keeps ISA's ports and the VGA aperture free, unless something is there already. The end of the ports is cut to 32 bits,
     * so where a host's ports begin above they stay open ({@code pcibios_reserve_legacy_regions}).
     */
    private static void reserveLegacy(Bus root) {
        for (HostWindow window : root.host.windows()) {
            if (window.type().isIo()) {
                reserve(root, "Legacy IO", Flags.IO, AddressRange.tryOfSize(window.range().start(), LEGACY_IO)
                        .filter(AddressRange.BELOW_4G::contains));
            } else {
                reserve(root, "VGA", Flags.MEM, VGA.shifted(window.offset()));
            }
        }
    }

    private static void reserve(Bus root, String owner, int space, Optional<AddressRange> wanted) {
        wanted.ifPresent(range -> root.windows.stream().filter(region -> region.has(space) && region.range().contains(range))
                .forEach(region -> region.request(Region.reserved(owner, space, range))));
    }
}
