package org.pcitopo.capture.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.DefaultAlignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.AlignmentScan;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/** What a kernel logs of one function when it finds it. */
final class FunctionLines {

    private static final int IDE = 0x0101;

    private final LogContext context;
    /** What the requests for a function led to while it was found. */
    private final Map<PciAddress, List<TraceEvent>> requests = new HashMap<>();

    FunctionLines(LogContext context) {
        this.context = context;
        for (TraceEvent event : context.events()) {
            Optional<PciAddress> function = event instanceof TraceEvent.AlignmentRequested about
                    ? Optional.of(about.resource().function())
                    : event instanceof TraceEvent.OfFunction about && !(event instanceof TraceEvent.BridgeProgrammed)
                            ? Optional.of(about.function()) : Optional.empty();
            function.ifPresent(address -> requests.computeIfAbsent(address, none -> new ArrayList<>()).add(event));
        }
    }

    void add(EnumeratedFunction found, List<String> lines) {
        Function function = found.description();
        String address = "pci " + found.address() + ": ";
        boolean registers = context.platform().machine() != Machine.PSERIES;
        if (registers) {
            lines.add(address + String.format("[%s] type %02x class 0x%06x", function.ids(), headerType(function),
                    function.ids().classCode()) + (context.has(Wording.KIND_OF_FUNCTION) ? ' ' + kind(found) : ""));
            addRegisters(found, lines);
        }
        addComplaints(found, lines);
        requests.getOrDefault(found.address(), List.of()).forEach(event -> addRequest(event, lines));
        if (registers) {
            function.sriov().ifPresent(sriov -> addVfBars(found.address(), sriov, lines));
        }
    }

    private static int headerType(Function function) {
        return function.bridge().map(bridge -> bridge.kind() == BridgeKind.CARDBUS ? 2 : 1).orElse(0);
    }

    /** Whether an endpoint speaks PCI Express stands in no topology: below a port it is taken to, elsewhere not. */
    private String kind(EnumeratedFunction found) {
        Optional<BridgeKind> own = found.description().bridge().map(Bridge::kind);
        if (own.isPresent()) {
            return switch (own.get()) {
                case ROOT_PORT -> "PCIe Root Port";
                case UPSTREAM_PORT -> "PCIe Switch Upstream Port";
                case DOWNSTREAM_PORT -> "PCIe Switch Downstream Port";
                case PCIE_TO_PCI -> "PCIe to PCI/PCI-X bridge";
                case PCI_TO_PCIE -> "PCI/PCI-X to PCIe bridge";
                case PCI -> "conventional PCI bridge";
                case CARDBUS -> "CardBus bridge";
            };
        }
        Optional<BridgeKind> above = found.parent().flatMap(context::function).flatMap(bridge -> bridge.description().bridge())
                .map(Bridge::kind);
        boolean express = above.filter(kind -> kind == BridgeKind.ROOT_PORT || kind == BridgeKind.DOWNSTREAM_PORT).isPresent();
        return express ? "PCIe Endpoint" : "conventional PCI endpoint";
    }

    private void addRegisters(EnumeratedFunction found, List<String> lines) {
        Function function = found.description();
        String address = "pci " + found.address() + ": ";
        boolean bridge = function.bridge().isPresent();
        for (Bar bar : function.bars()) {
            if (!bar.fixed()) {
                lines.add(address + context.names().register(ResourceName.bar(bar.index()), bridge, EnumerationLines.register(bar)));
            }
        }
        function.rom().filter(rom -> !rom.shadow()).ifPresent(rom -> lines.add(address
                + context.names().register(ResourceName.ROM, bridge, rom(rom))));
        for (Bar bar : function.bars()) {
            if (bar.fixed() && function.ids().baseAndSubClass() == IDE) {
                String register = context.names().register(ResourceName.bar(bar.index()), bridge, EnumerationLines.register(bar));
                lines.add(address + (context.has(Wording.RESOURCES_HAVE_NAMES) ? register + ": legacy IDE quirk"
                        : "legacy IDE quirk: " + register));
            }
        }
        if (bridge && context.has(Wording.WINDOWS_WITH_BRIDGE)) {
            addBridge(found, context.simulation().topology().hostBridges().get(0), true, false, lines);
        }
    }

    private static String rom(Rom rom) {
        return EnumerationLines.register(ResourceType.MEM32_PREF, rom.firmwareStart(), rom.size());
    }

    /**
     * A bridge's buses and windows as its registers hold them.
     *
     * @param host the host bridge above, whose windows a subtractive bridge on the root bus shows too
     * @param windows whether its own windows are shown
     * @param inherited whether windows of the bus above are, where the bridge decodes subtractively
     */
    void addBridge(EnumeratedFunction found, HostBridge host, boolean windows, boolean inherited, List<String> lines) {
        Bridge bridge = found.description().bridge().orElseThrow();
        String address = "pci " + found.address() + ": ";
        if (bridge.kind() == BridgeKind.CARDBUS) {
            return;
        }
        boolean unnumbered = !inherited && context.platform().machine() == Machine.ARM64_DT;
        String buses = unnumbered ? ResourceWords.buses(0, 0) : context.busesBelow(found.address());
        lines.add(address + "PCI bridge to " + buses + (bridge.transparent() ? " (subtractive decode)" : ""));
        if (windows) {
            addWindow(address, bridge.io(), lines);
            addWindow(address, bridge.memory(), lines);
            addWindow(address, bridge.prefetchable(), lines);
        }
        if (bridge.transparent() && inherited) {
            for (HostWindow window : host.windows()) {
                lines.add(address + "  bridge window " + ResourceWords.of(window.type(), window.range(),
                        context.marksHostWindows()) + " (subtractive decode)");
            }
        }
    }

    private static void addWindow(String address, Optional<BridgeWindow> window, List<String> lines) {
        window.ifPresent(open -> open.firmware().ifPresent(range ->
                lines.add(address + "  bridge window " + ResourceWords.of(open.type(), range))));
    }

    /** The kernel reads the list of requests anew for each function, and says each time what it stumbles over. */
    private void addComplaints(EnumeratedFunction found, List<String> lines) {
        Boot boot = context.simulation().boot();
        AlignmentRequests list = context.options().alignmentRequests();
        AlignmentScan scan = list.scan(found.target(context::function), boot.pageSize(),
                DefaultAlignment.of(context.platform(), boot.rules(), boot.pageSize()), context.platform().probeOnly());
        for (int rejected : scan.rejectedOrders()) {
            list.entries().get(rejected).order().ifPresent(
                    order -> lines.add("PCI: Invalid requested alignment (order " + order.value() + ")"));
        }
        scan.failedAt().ifPresent(failed -> lines.add("PCI: Can't parse resource_alignment parameter: " + list.unreadableText(failed)));
    }

    private void addRequest(TraceEvent event, List<String> lines) {
        if (event instanceof TraceEvent.RequestIgnored ignored) {
            lines.add("pci " + ignored.function() + ": " + ignored(ignored));
        } else if (event instanceof TraceEvent.AlignmentRequested requested) {
            ResourceKey key = requested.resource();
            lines.add("pci " + key.function() + ": " + context.names().request(key.name(), ResourceWords.of(requested.before()),
                    String.format("requesting alignment to 0x%x", requested.alignment())));
        }
    }

    private String ignored(TraceEvent.RequestIgnored ignored) {
        return ignored.refused().map(refused -> context.names().request(refused.resource().name(),
                ResourceWords.of(refused.before()), String.format("ignoring requested alignment 0x%x", refused.alignment())))
                .orElse("Can't reassign resources to host bridge");
    }

    /** Whether the kernel goes on with a VF BAR; powernv finds out later that it has no use for it. */
    private boolean isUsed(PciAddress address, ResourceName name, Bar bar) {
        return context.resource(new ResourceKey(address, name)).isPresent() || context.platform().machine() == Machine.POWERNV
                && Unsigned.isAligned(bar.size(), context.simulation().boot().pageSize());
    }

    private void addVfBars(PciAddress address, Sriov sriov, List<String> lines) {
        if (!context.has(Wording.RESOURCES_HAVE_NAMES)) {
            return;
        }
        for (Bar bar : sriov.vfBars()) {
            ResourceName name = ResourceName.vfBar(bar.index());
            String line = "pci " + address + ": " + name + ' ';
            lines.add(line + EnumerationLines.register(bar));
            if (!isUsed(address, name, bar)) {
                return;
            }
            lines.add(line + EnumerationLines.register(bar.type(), bar.firmwareStart(),
                    Unsigned.multiplySaturated(bar.size(), sriov.totalVfs()))
                    + ": contains BAR " + bar.index() + " for " + sriov.totalVfs() + " VFs");
        }
    }
}
