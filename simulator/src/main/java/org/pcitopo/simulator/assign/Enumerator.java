package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;

/**
 * Turns a topology into buses and devices with the resources that the kernel reads from their registers (behaviour
 * specification 2), each function's alignment request applied as it is discovered.
 */
final class Enumerator {

    /** Each level of bridges needs a bus number; equal numbers are no reason to recurse further. */
    private static final int DEEPEST = 0xff;
    private static final Comparator<Function> SCAN_ORDER = Comparator.comparingInt(Function::devfn);

    private final Context context;
    private final Realigner realigner;
    private final SriovSetup sriov;
    private final boolean readsBridgeWindows;
    /** What windows' registers hold where that is no longer firmware's. */
    private Optional<Map<ResourceKey, AddressRange>> registers = Optional.empty();

    /** @param readsBridgeWindows whether this flow reads firmware's bridge windows (behaviour specification 2.2) */
    Enumerator(Context context, boolean readsBridgeWindows) {
        this.context = context;
        this.realigner = new Realigner(context);
        this.sriov = new SriovSetup(context);
        this.readsBridgeWindows = readsBridgeWindows;
    }

    /** The root bus of {@code host} with everything below it. */
    Bus enumerate(HostBridge host) {
        Bus root = new Bus(host, host.firstBus(), Optional.empty());
        root.windows.addAll(hostWindows(host));
        scan(root, host.functions(), new BusNumbers(host));
        return root;
    }

    /** Host windows as the kernel registers them: neighbours of one sort become one (5.14, pci_register_host_bridge). */
    private static List<Region> hostWindows(HostBridge host) {
        List<Region> windows = new ArrayList<>();
        List<HostWindow> described = host.windows();
        for (int i = 0; i < described.size(); i++) {
            HostWindow window = described.get(i);
            if (i > 0 && continues(described.get(i - 1), window)) {
                windows.get(windows.size() - 1).end = window.range().end();
            } else {
                windows.add(Region.ofHost(new WindowId.OfHost(host.domain(), host.firstBus(), i), Flags.of(window.type()),
                        window.range()));
            }
        }
        return windows;
    }

    private static boolean continues(HostWindow before, HostWindow window) {
        return before.type() == window.type() && before.offset() == window.offset()
                && before.range().end() + 1 == window.range().start() && before.range().end() != -1L;
    }

    /**
     * Finds one function again that had been removed, with everything below it. It stands behind all others of its bus then.
     *
     * @param buses the numbers of buses below removed bridges
     * @param windows what the registers of removed bridges still hold
     */
    void rediscover(Bus bus, Function function, Map<PciAddress, Integer> buses, Map<ResourceKey, AddressRange> windows) {
        registers = Optional.of(windows);
        PciAddress address = new PciAddress(bus.host.domain(), bus.number, function.device(), function.function());
        Device device = discover(new Device(function, address, bus));
        bus.devices.add(device);
        device.bridge().ifPresent(bridge -> scanBelow(device, bridge, new BusNumbers(bus.host, buses)));
    }

    private void scan(Bus bus, List<Function> functions, BusNumbers numbers) {
        List<Function> ordered = new ArrayList<>(functions);
        ordered.sort(SCAN_ORDER);
        for (Function function : ordered) {
            PciAddress address = new PciAddress(bus.host.domain(), bus.number, function.device(), function.function());
            bus.devices.add(discover(new Device(function, address, bus)));
        }
        for (Device device : bus.devices) {
            device.bridge().ifPresent(bridge -> scanBelow(device, bridge, numbers));
        }
    }

    private void scanBelow(Device device, Bridge bridge, BusNumbers numbers) {
        Bus below = new Bus(device.bus.host, numbers.enter(device.address, bridge), Optional.of(device));
        if (below.level > DEEPEST) {
            throw new TopologyException(device.address + ": more bridges are nested than a domain has buses");
        }
        device.setSubordinate(below);
        for (Region region : device.regions) {
            if (Device.nameOf(region).isWindow()) {
                below.windows.add(region);
            }
        }
        if (device.isTransparent() && readsBridgeWindows) {
            device.bus.windows.stream().filter(window -> window.flags != 0).forEach(below.windows::add);
        }
        scan(below, bridge.functions(), numbers);
        below.subordinate = numbers.leave(below.number, bridge);
    }

    private Device discover(Device device) {
        Function function = device.description;
        if (FreescaleHost.hides(context.platform(), device.bus, function)) {
            return device;
        }
        for (Bar bar : function.bars()) {
            if (!K2Sata.lacks(context.platform(), function, bar)) {
                device.regions.add(barRegion(device, bar));
            }
        }
        function.rom().ifPresent(rom -> device.regions.add(romRegion(device, rom)));
        boolean windowsForgotten = realigner.realign(device);
        function.sriov().ifPresent(capability -> sriov.read(device, capability));
        function.bridge().ifPresent(bridge -> addWindows(device, bridge, windowsForgotten));
        return device;
    }

    private Region barRegion(Device device, Bar bar) {
        Region region = Region.of(new ResourceKey(device.address, ResourceName.bar(bar.index())));
        region.flags = Flags.of(bar.type()) | Flags.SIZEALIGN | (bar.fixed() ? Flags.FIXED : 0);
        place(region, bar.firmwareStart(), bar.size());
        // A device tree gives a BAR that nobody placed no address.
        if (context.platform().romsComeFromDeviceTree() && device.bus.busStart(region) == 0) {
            region.flags |= Flags.UNSET;
        }
        return region;
    }

    private Region romRegion(Device device, Rom rom) {
        Region region = Region.of(new ResourceKey(device.address, ResourceName.ROM));
        boolean prefetchable = !context.platform().romsComeFromDeviceTree() && !rom.shadow();
        region.flags = Flags.MEM | Flags.SIZEALIGN | (prefetchable ? Flags.PREFETCH : 0)
                | (rom.enabled() ? Flags.ROM_ENABLE : 0) | (rom.shadow() ? Flags.ROM_SHADOW | Flags.FIXED : 0);
        place(region, rom.firmwareStart(), rom.size());
        return region;
    }

    static void place(Region region, OptionalLong firmwareStart, long size) {
        region.hardwareSize = size;
        long start = firmwareStart.orElse(0);
        boolean fits = firmwareStart.isPresent() && Unsigned.lessOrEqual(start, start + size - 1);
        region.setRange(fits ? start : 0, size);
        if (!fits) {
            region.flags |= Flags.UNSET;
        }
    }

    private void addWindows(Device device, Bridge bridge, boolean memoryForgotten) {
        if (device.isCardBus()) {
            for (ResourceName name : List.of(ResourceName.CARDBUS_WINDOW0, ResourceName.CARDBUS_WINDOW1,
                    ResourceName.CARDBUS_WINDOW2, ResourceName.CARDBUS_WINDOW3)) {
                device.regions.add(Region.of(new ResourceKey(device.address, name)));
            }
            return;
        }
        bridge.io().ifPresent(window -> addWindow(device, ResourceName.IO_WINDOW, window, false));
        bridge.memory().ifPresent(window -> addWindow(device, ResourceName.MEM_WINDOW, window, memoryForgotten));
        bridge.prefetchable().ifPresent(window -> addWindow(device, ResourceName.PREF_WINDOW, window, memoryForgotten));
    }

    private void addWindow(Device device, ResourceName name, BridgeWindow window, boolean forgotten) {
        Region region = Region.of(new ResourceKey(device.address, name));
        if (readsBridgeWindows) {
            Optional<AddressRange> firmware = forgotten ? Optional.empty()
                    : registers.map(now -> Optional.ofNullable(now.get(region.key.orElseThrow()))).orElse(window.firmware());
            firmware.ifPresent(region::set);
            region.flags = firmware.isPresent() ? Flags.of(window.type()) : context.closedWindowFlags(window.type());
        } else if (context.platform().machine() == Machine.POWERNV && context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS)) {
            region.setRange(0, 0);
        }
        device.regions.add(region);
    }
}
