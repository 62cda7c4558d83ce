package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.regex.Pattern;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Space;

/** x86: keeps what firmware assigned and remembers what it could not keep (behaviour specification 4.2). */
final class X86Survey implements Survey {

    private static final Pattern ACPI_DEVICE = Pattern.compile("(?!PNP0C0[12])[A-Z]{3,4}[0-9A-F]{4}:[0-9a-f]{2}");

    private final Context context;
    private final Claimer claimer;
    private final List<Reservation> reservations;
    private final FirmwareAddresses firmwareAddresses;

    /** @param firmwareAddresses is filled with the addresses of BARs that could not be claimed */
    X86Survey(Context context, List<Reservation> reservations, FirmwareAddresses firmwareAddresses) {
        this.context = context;
        this.claimer = new Claimer(context.recorder());
        this.reservations = reservations;
        this.firmwareAddresses = firmwareAddresses;
    }

    @Override
    public boolean readsBridgeWindows() {
        return true;
    }

    @Override
    public void survey(List<Bus> roots) {
        roots.forEach(this::blockAcpiDevices);
        roots.forEach(this::claimWindows);
        roots.forEach(root -> claimBars(root, true));
        roots.forEach(root -> claimBars(root, false));
        roots.forEach(this::block);
        if (!context.options().rom()) {
            roots.forEach(this::claimRoms);
        }
        firmwareAddresses.block(roots, context.platform().e820(), reservations);
    }

    private void claimWindows(Bus bus) {
        bus.self.ifPresent(bridge -> {
            for (Region window : bridge.regions) {
                if (Device.nameOf(window).isWindow() && window.flags != 0 && !window.has(Flags.DISABLED)) {
                    claimOrClear(bridge, window);
                }
            }
        });
        bus.children().forEach(this::claimWindows);
    }

    private void claimOrClear(Device bridge, Region window) {
        if (window.start == 0 || !claimer.claimWindow(bridge, window)) {
            window.start = 0;
            window.end = 0;
            window.flags = context.closedWindowFlags(Flags.typeOf(window.flags));
        }
    }

    private void claimBars(Bus bus, boolean decodeOn) {
        for (Device device : bus.devices) {
            for (Region region : device.regions) {
                if (Claimer.claimedAsBar(Device.nameOf(region)) && !region.assigned() && region.flags != 0
                        && region.start != 0 && decodes(device, region) == decodeOn) {
                    claimOrRemember(device, region);
                }
            }
            if (decodeOn) {
                device.region(ResourceName.ROM).ifPresent(rom -> rom.flags &= ~Flags.ROM_ENABLE);
            }
            device.subordinate().ifPresent(below -> claimBars(below, decodeOn));
        }
    }

    private static boolean decodes(Device device, Region region) {
        return region.has(Flags.IO) ? device.ioDecode : device.memoryDecode;
    }

    private void claimOrRemember(Device device, Region region) {
        if (!claimer.claim(device, region) && !region.has(Flags.FIXED)) {
            firmwareAddresses.remember(region);
            region.forgetAddress();
        }
    }

    private void claimRoms(Bus bus) {
        for (Device device : bus.devices) {
            device.region(ResourceName.ROM).filter(rom -> rom.flags != 0 && rom.start != 0 && !rom.assigned())
                    .filter(rom -> !claimer.claim(device, rom)).ifPresent(Region::forgetAddress);
            device.subordinate().ifPresent(this::claimRoms);
        }
    }

    /** Devices that ACPI enumerates ({@code AMDIF031:00}) own their ranges before the survey; bridges cannot claim across them. */
    private void blockAcpiDevices(Bus root) {
        for (Region window : root.windows) {
            for (Reservation reservation : reservations) {
                if (isAcpiDevice(reservation)) {
                    int space = reservation.space() == Space.IO ? Flags.IO : Flags.MEM;
                    Claimer.block(window, Region.reserved(reservation.owner(), space, reservation.range()));
                }
            }
        }
    }

    private static boolean isAcpiDevice(Reservation reservation) {
        return ACPI_DEVICE.matcher(reservation.owner()).matches();
    }

    /** E820 entries, IO-APICs and motherboard resources come after the claims and before assignment. */
    private void block(Bus root) {
        for (Region window : root.windows) {
            for (E820Entry entry : context.platform().e820()) {
                Claimer.block(window, Region.reserved("E820 " + entry.type(), Flags.MEM, entry.range()));
            }
            for (Reservation reservation : reservations) {
                if (isAcpiDevice(reservation)) {
                    continue;
                }
                int space = reservation.space() == Space.IO ? Flags.IO : Flags.MEM;
                Claimer.block(window, Region.reserved(reservation.owner(), space, reservation.range()));
            }
        }
    }
}
