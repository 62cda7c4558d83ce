package org.pcitopo.dsl.problems.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.problems.Related;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.WindowId;

/** Where the room for a resource ends: from its bus up to the host bridge, with what each window has. */
final class SpaceChain {

    private final BootContext boot;
    private final Map<WindowId, WindowUse> windows = new HashMap<>();

    SpaceChain(BootContext boot) {
        this.boot = boot;
        boot.simulation().assignment().windows().forEach(window -> windows.put(window.id(), window));
    }

    /** The windows that {@code resource} would have to fit into, the nearest first, in words. */
    String words(AssignedResource resource) {
        List<String> links = new ArrayList<>();
        Optional<EnumeratedFunction> function = boot.function(resource.key().function());
        Optional<PciAddress> bridge = function.flatMap(EnumeratedFunction::parent);
        while (bridge.isPresent()) {
            links.add(atBridge(bridge.get(), resource));
            bridge = boot.function(bridge.get()).flatMap(EnumeratedFunction::parent);
        }
        links.add(atHost(resource));
        return String.join("; above it ", links);
    }

    /** The windows that {@code resource} would have to fit into and that are written, or whose bridge is: the nearest, and the host's. */
    List<Related> related(AssignedResource resource) {
        List<Related> related = new ArrayList<>();
        boot.function(resource.key().function()).flatMap(EnumeratedFunction::parent).ifPresent(bridge ->
                windowFor(bridge, resource).ifPresent(window -> related.add(new Related(boot.region(window.key()),
                        Optional.ofNullable(windows.get(idOf(window))).map(use -> "its " + nameOf(use) + has(use))
                                .orElseGet(() -> without(window, bridge))))));
        roomiest(hostWindows(resource)).ifPresent(use -> {
            WindowId.OfHost host = (WindowId.OfHost) use.id();
            boot.lowered().sources().region(FactNames.hostWindow(host.domain(), host.bus(), host.index()))
                    .ifPresent(region -> related.add(new Related(region, "this window" + has(use))));
        });
        return related;
    }

    private static String has(WindowUse use) {
        return " has " + Quantities.size(use.free()) + " free, " + Quantities.size(use.largestHole()) + " in one piece";
    }

    private String atBridge(PciAddress bridge, AssignedResource resource) {
        Optional<AssignedResource> window = windowFor(bridge, resource);
        if (window.isEmpty()) {
            return boot.nameOf(bridge) + " has no " + (resource.type().isIo() ? "I/O" : "memory") + " window";
        }
        return Optional.ofNullable(windows.get(idOf(window.get()))).map(use -> "the " + nameOf(use) + " of "
                + boot.nameOf(bridge) + " (" + use.range() + ")" + has(use)).orElseGet(() -> without(window.get(), bridge));
    }

    /**
     * The window of {@code bridge} that is sized for {@code resource}: the prefetchable one for what is prefetchable, unless the
     * one is 64-bit and the other is not (behaviour specification 5.1).
     */
    private Optional<AssignedResource> windowFor(PciAddress bridge, AssignedResource resource) {
        Optional<AssignedResource> pref = window(bridge, ResourceName.PREF_WINDOW)
                .filter(window -> window.state() != ResourceState.DISABLED && resource.type().prefetchable()
                        && (!window.type().is64Bit() || resource.type().is64Bit()));
        return resource.type().isIo() ? window(bridge, ResourceName.IO_WINDOW)
                : pref.or(() -> window(bridge, ResourceName.MEM_WINDOW));
    }

    private Optional<AssignedResource> window(PciAddress bridge, ResourceName name) {
        return boot.resource(new ResourceKey(bridge, name));
    }

    private String without(AssignedResource window, PciAddress bridge) {
        String needs = window.state() == ResourceState.UNASSIGNED && window.size() != 0
                ? " (it needs " + Quantities.size(window.size()) + aligned(window) + ")" : "";
        return "the " + window.key().name() + " of " + boot.nameOf(bridge) + " has no place itself" + needs;
    }

    private String atHost(AssignedResource resource) {
        List<WindowUse> fitting = hostWindows(resource);
        if (fitting.isEmpty()) {
            return "the host bridge has no " + (resource.type().isIo() ? "I/O" : "memory") + " window";
        }
        WindowUse use = roomiest(fitting).orElseThrow();
        return "the roomiest host window (" + use.range() + ")" + has(use);
    }

    private List<WindowUse> hostWindows(AssignedResource resource) {
        PciAddress address = resource.key().function();
        return windows.values().stream()
                .filter(use -> use.id() instanceof WindowId.OfHost host && host.domain() == address.domain()
                        && isRootOf(host, address))
                .filter(use -> fits(use.type(), resource.type())).toList();
    }

    private boolean isRootOf(WindowId.OfHost window, PciAddress address) {
        return boot.simulation().topology().hostBridges().stream().filter(host -> host.domain() == address.domain()
                && host.firstBus() <= address.bus() && address.bus() <= host.lastBus())
                .anyMatch(host -> host.firstBus() == window.bus());
    }

    private static Optional<WindowUse> roomiest(List<WindowUse> uses) {
        return uses.stream().max(Comparator.comparing(WindowUse::largestHole, Long::compareUnsigned));
    }

    private static String nameOf(WindowUse use) {
        return use.id().windowName() + " window";
    }

    private static WindowId idOf(AssignedResource window) {
        return new WindowId.OfBridge(window.key().function(), window.key().name());
    }

    /** Whether a window of the one type may hold a resource of the other. */
    private static boolean fits(ResourceType window, ResourceType resource) {
        return window.space() == resource.space() && (!window.prefetchable() || resource.prefetchable());
    }

    /** {@code  aligned to 1M}, or nothing where that is not known. */
    static String aligned(AssignedResource resource) {
        return resource.alignment() == 0 ? "" : " aligned to " + Quantities.size(resource.alignment());
    }
}
