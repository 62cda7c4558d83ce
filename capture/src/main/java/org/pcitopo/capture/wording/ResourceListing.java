package org.pcitopo.capture.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.WindowId;

/**
 * What {@code /proc/iomem} and {@code /proc/ioports} show of PCI after a simulated boot, its steps included: windows of host
 * bridges and what lies in them. Drivers, RAM and what ACPI owns are not predicted.
 */
public final class ResourceListing {

    private static final String INDENT = "  ";

    private final LogContext context;
    private final Space space;
    private final String format;
    private final int deepest;
    private final Map<WindowId, List<AssignedResource>> contents = new HashMap<>();

    private ResourceListing(Simulation simulation, Space space) {
        this.context = new LogContext(simulation);
        this.space = space;
        boolean narrow = space == Space.IO && context.platform().architecture().isX86();
        this.format = narrow ? "%04x-%04x : %s" : "%08x-%08x : %s";
        this.deepest = context.has(Wording.DEEP_LISTINGS) ? Wording.DEEPEST_LEVEL : Wording.DEEPEST_LEVEL_BEFORE;
        for (AssignedResource resource : simulation.assignment().resources()) {
            if (resource.range().isPresent() && resource.state() != ResourceState.SHADOW) {
                resource.window().ifPresent(window -> contents.computeIfAbsent(window, none -> new ArrayList<>()).add(resource));
            }
        }
    }

    /** {@code /proc/iomem}, by address. */
    public static List<String> memory(Simulation simulation) {
        return new ResourceListing(simulation, Space.MEM).lines();
    }

    /** {@code /proc/ioports}, by port. */
    public static List<String> ports(Simulation simulation) {
        return new ResourceListing(simulation, Space.IO).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        context.simulation().assignment().windows().stream()
                .filter(window -> window.type().space() == space && window.id() instanceof WindowId.OfHost)
                .sorted(Comparator.comparing(WindowUse::range))
                .forEach(window -> {
                    boolean whole = context.ignoresHostWindows();
                    if (!whole) {
                        WindowId.OfHost host = (WindowId.OfHost) window.id();
                        lines.add(line(0, window.range(), String.format("PCI Bus %04x:%02x", host.domain(), host.bus())));
                    }
                    addContents(window.id(), whole ? 0 : 1, lines);
                });
        return lines;
    }

    private void addContents(WindowId window, int level, List<String> lines) {
        List<AssignedResource> inside = new ArrayList<>(contents.getOrDefault(window, List.of()));
        inside.sort(Comparator.comparing(resource -> resource.range().orElseThrow()));
        for (AssignedResource resource : inside) {
            lines.add(line(level, resource.range().orElseThrow(), owner(resource.key())));
            if (resource.key().name().isWindow()) {
                addContents(new WindowId.OfBridge(resource.key().function(), resource.key().name()), level + 1, lines);
            }
        }
    }

    private String line(int level, AddressRange range, String owner) {
        return INDENT.repeat(Math.min(level, deepest)) + String.format(format, range.start(), range.end(), owner);
    }

    /** A window is called by the bus below it, anything else by its function. */
    private String owner(ResourceKey key) {
        Optional<Integer> below = key.name().isWindow() ? context.function(key.function()).map(bridge -> bridge.secondary())
                : Optional.empty();
        String cardBus = key.name().isCardBusWindow() ? "PCI CardBus " : "PCI Bus ";
        return below.map(bus -> cardBus + String.format("%04x:%02x", key.function().domain(), bus))
                .orElse(key.function().toString());
    }
}
