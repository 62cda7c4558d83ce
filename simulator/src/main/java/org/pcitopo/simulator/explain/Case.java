package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping;

/** One simulation, with what sentences ask for at hand. */
final class Case {

    private final Simulation simulation;
    private final Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<WindowId, WindowUse> windows = new HashMap<>();
    private final Map<ResourceKey, Mapping> mappings = new HashMap<>();
    private final Map<Boot, Case> otherwise = new HashMap<>();
    /** Found when first asked for. */
    private final Map<ResourceKey, List<Integer>> byResource = new HashMap<>();

    Case(Simulation simulation) {
        this.simulation = simulation;
        simulation.assignment().functions().forEach(function -> functions.put(function.address(), function));
        simulation.assignment().resources().forEach(resource -> resources.put(resource.key(), resource));
        simulation.assignment().windows().forEach(window -> windows.put(window.id(), window));
        simulation.mappings().forEach(mapping -> mappings.putIfAbsent(
                new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar())), mapping));
    }

    Simulation simulation() {
        return simulation;
    }

    /** The same machine in another boot; simulated once, since every resource asks the same. */
    synchronized Case in(Boot boot) {
        return otherwise.computeIfAbsent(boot, other -> new Case(Simulator.simulate(simulation.topology(), other)));
    }

    /** What happened, oldest first. */
    List<TraceEvent> events() {
        return simulation.assignment().trace().events();
    }

    /** The last event of {@code kind} about {@code key}. */
    <E extends TraceEvent> Optional<E> last(Class<E> kind, ResourceKey key) {
        List<Integer> about = about(key);
        for (int i = about.size() - 1; i >= 0; i--) {
            TraceEvent event = events().get(about.get(i));
            if (kind.isInstance(event)) {
                return Optional.of(kind.cast(event));
            }
        }
        return Optional.empty();
    }

    /** The indexes of the events about {@code key}, oldest first. */
    synchronized List<Integer> about(ResourceKey key) {
        if (byResource.isEmpty()) {
            List<TraceEvent> events = events();
            for (int i = 0; i < events.size(); i++) {
                int index = i;
                subject(events.get(i)).ifPresent(about -> byResource.computeIfAbsent(about, unknown -> new ArrayList<>()).add(index));
            }
        }
        return byResource.getOrDefault(key, List.of());
    }

    /** The resource that {@code event} is about, empty where it is about more than one. */
    static Optional<ResourceKey> subject(TraceEvent event) {
        return event instanceof TraceEvent.OfResource about ? Optional.of(about.resource()) : Optional.empty();
    }

    Optional<AssignedResource> resource(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    Optional<WindowUse> window(WindowId id) {
        return Optional.ofNullable(windows.get(id));
    }

    EnumeratedFunction function(PciAddress address) {
        return functions.get(address);
    }

    Optional<Mapping> mapping(ResourceKey key) {
        return Optional.ofNullable(mappings.get(key));
    }

    /** What lies directly in a window, by address. */
    List<AssignedResource> contents(WindowId id) {
        return simulation.assignment().resources().stream()
                .filter(resource -> resource.range().isPresent() && resource.window().filter(id::equals).isPresent())
                .sorted(Comparator.comparing(resource -> resource.range().orElseThrow())).toList();
    }

    /** The bridge above {@code address}, empty on a root bus. */
    Optional<PciAddress> bridgeAbove(PciAddress address) {
        return Optional.ofNullable(functions.get(address)).flatMap(EnumeratedFunction::parent);
    }

    Optional<HostBridge> host(PciAddress address) {
        return simulation.topology().hostBridges().stream().filter(host -> host.domain() == address.domain()
                && host.firstBus() <= address.bus() && address.bus() <= host.lastBus()).findFirst();
    }

    /** {@code nvme0}, or the address of a function without a name. */
    String nameOf(PciAddress address) {
        String name = Optional.ofNullable(functions.get(address)).map(found -> found.description().name()).orElse("");
        return name.isEmpty() ? address.toString() : name;
    }

    /** {@code nvme0 BAR 0}. */
    String nameOf(ResourceKey key) {
        return nameOf(key.function()) + " " + key.name();
    }

    /** {@code the mem window of rp0}, {@code window 2 of host 0000:00}. */
    String nameOf(WindowId id) {
        if (id instanceof WindowId.OfBridge bridge) {
            return "the " + bridge.name() + " of " + nameOf(bridge.bridge());
        }
        return "window " + id.windowName() + " of " + id.bridgeId();
    }

    /** The resource that a bridge's window is. */
    static Optional<ResourceKey> keyOf(WindowId id) {
        return id instanceof WindowId.OfBridge bridge ? Optional.of(new ResourceKey(bridge.bridge(), bridge.name()))
                : Optional.empty();
    }

    /** The window of {@code bridge} that is meant for {@code resource} (behaviour specification 5.1). */
    Optional<AssignedResource> windowFor(PciAddress bridge, AssignedResource resource) {
        if (resource.type().isIo()) {
            return resource(new ResourceKey(bridge, ResourceName.IO_WINDOW));
        }
        Optional<AssignedResource> prefetchable = resource(new ResourceKey(bridge, ResourceName.PREF_WINDOW))
                .filter(window -> resource.type().prefetchable() && (!window.type().is64Bit() || resource.type().is64Bit()));
        return prefetchable.or(() -> resource(new ResourceKey(bridge, ResourceName.MEM_WINDOW)));
    }

    PciOptions options() {
        return PciOptions.of(simulation.boot().commandLine(), simulation.boot().rules(),
                simulation.topology().platform().architecture());
    }

    MatchTarget target(PciAddress address) {
        return functions.get(address).target(bridge -> Optional.ofNullable(functions.get(bridge)));
    }
}
