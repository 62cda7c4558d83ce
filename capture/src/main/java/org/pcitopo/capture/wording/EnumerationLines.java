package org.pcitopo.capture.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.trace.PrintedRange;

/** What a kernel logs while it looks for buses and functions below a host bridge. */
final class EnumerationLines {

    private final LogContext context;
    private final FunctionLines functionLines;
    /** Functions by the bus that they are on, in scan order. */
    private final Map<Long, List<EnumeratedFunction>> buses = new HashMap<>();

    EnumerationLines(LogContext context) {
        this.context = context;
        this.functionLines = new FunctionLines(context);
        for (EnumeratedFunction function : context.simulation().assignment().functions()) {
            PciAddress address = function.address();
            buses.computeIfAbsent(key(address.domain(), address.bus()), none -> new ArrayList<>()).add(function);
        }
    }

    private static long key(int domain, int bus) {
        return (long) domain << 8 | bus;
    }

    void add(HostBridge host, List<String> lines) {
        String bus = String.format("pci_bus %04x:%02x: ", host.domain(), host.firstBus());
        String all = ResourceWords.buses(host.firstBus(), host.lastBus());
        lines.add((host.name().indexOf(' ') > 0 ? host.name() + ": " : "")
                + String.format("PCI host bridge to bus %04x:%02x", host.domain(), host.firstBus()));
        if (busesComeFirst()) {
            lines.add(bus + "root bus resource " + all);
        }
        for (HostWindow window : context.hostWindows(host)) {
            lines.add(bus + "root bus resource " + hostWindow(window));
        }
        if (!busesComeFirst()) {
            lines.add(bus + "root bus resource " + all);
        }
        boolean numbersRoot = context.platform().architecture().isPowerPc() && context.platform().machine() != Machine.PSERIES;
        if (numbersRoot) {
            lines.add(updated(host.domain(), host.firstBus(), host.lastBus(), host.lastBus()));
        }
        int last = scan(host, host.firstBus(), lines);
        if (numbersRoot) {
            lines.add(updated(host.domain(), host.firstBus(), host.lastBus(), last));
        }
    }

    /** A device tree's {@code bus-range} stands in front of its {@code ranges}; ACPI and powerpc add the buses last. */
    private boolean busesComeFirst() {
        return context.platform().machine() == Machine.ARM64_DT || context.platform().machine() == Machine.GENERIC_DT
                && !context.platform().architecture().isPowerPc();
    }

    private String hostWindow(HostWindow window) {
        String text = ResourceWords.of(window.type(), window.range(), context.marksHostWindows());
        return window.offset() == 0 ? text : text + String.format(" (bus address [%s-%s])",
                ResourceWords.hex(window.type(), window.range().start() - window.offset()),
                ResourceWords.hex(window.type(), window.range().end() - window.offset()));
    }

    /** Everything on and below a bus; returns the highest bus number there. */
    private int scan(HostBridge host, int bus, List<String> lines) {
        List<EnumeratedFunction> functions = buses.getOrDefault(key(host.domain(), bus), List.of());
        functions.forEach(function -> functionLines.add(function, lines));
        addBridgeAbove(host, bus, lines);
        List<EnumeratedFunction> bridges = functions.stream().filter(function -> function.description().bridge().isPresent()).toList();
        boolean numbers = numbersBuses(host);
        if (numbers) {
            bridges.forEach(bridge -> lines.add("pci " + bridge.address()
                    + ": bridge configuration invalid ([bus 00-00]), reconfiguring"));
        }
        int highest = bus;
        for (EnumeratedFunction bridge : bridges) {
            if (context.isScanned(bridge) && !reachesExtendedSpace(bridge)) {
                lines.add(String.format("pci_bus %04x:%02x: extended config space not accessible", host.domain(), bridge.secondary()));
            }
            int last = Math.max(scan(host, bridge.secondary(), lines), bridge.subordinate());
            if (numbers) {
                lines.add(updated(host.domain(), bridge.secondary(), host.lastBus(), last));
            }
            highest = Math.max(highest, last);
        }
        return highest;
    }

    /** Firmware of device trees leaves bridges without bus numbers, and the kernel says so of each. */
    private boolean numbersBuses(HostBridge host) {
        return !host.preserveConfig() && busesComeFirst();
    }

    private static String updated(int domain, int bus, int before, int last) {
        return String.format("pci_bus %04x:%02x: busn_res: %s end is updated to %02x", domain, bus,
                ResourceWords.buses(bus, before), last);
    }

    /** Where the platform reads bridges when the bus below is known, as x86 and powerpc do. */
    private void addBridgeAbove(HostBridge host, int bus, List<String> lines) {
        boolean reads = context.platform().architecture().isX86()
                || context.platform().architecture().isPowerPc() && context.platform().machine() != Machine.PSERIES;
        if (reads && bus != host.firstBus()) {
            buses.values().stream().flatMap(List::stream)
                    .filter(function -> function.secondary() == bus && function.address().domain() == host.domain()).findFirst()
                    .ifPresent(bridge -> functionLines.addBridge(bridge, host, !context.has(Wording.WINDOWS_WITH_BRIDGE), true, lines));
        }
    }

    /** Whether the registers beyond 256 bytes can be reached below a bridge; PCI-X is taken for plain PCI. */
    private boolean reachesExtendedSpace(EnumeratedFunction bridge) {
        BridgeKind kind = bridge.description().bridge().map(Bridge::kind).orElse(BridgeKind.PCI);
        boolean express = kind == BridgeKind.ROOT_PORT || kind == BridgeKind.UPSTREAM_PORT || kind == BridgeKind.DOWNSTREAM_PORT;
        return express && bridge.parent().flatMap(context::function).map(this::reachesExtendedSpace).orElse(true);
    }

    /** What a register holds: an address, or a size where the address lies in no window of the host. */
    static String register(Bar bar) {
        return register(bar.type(), bar.firmwareStart(), bar.size());
    }

    static String register(ResourceType type, OptionalLong start, long size) {
        return start.isEmpty() ? ResourceWords.size(type, size)
                : ResourceWords.of(new PrintedRange(type, start.getAsLong(),
                        start.getAsLong() + size - 1, false, false));
    }
}
