package org.pcitopo.dsl.ide.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.explain.Explainer;
import org.pcitopo.simulator.explain.Step;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.vfio.Mapping;

/** One simulated boot, with everything at hand that is asked of it often. */
public final class BootView {

    private final SimulatedBoot simulated;
    private final Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();
    private final Map<ResourceKey, Mapping> mappings = new HashMap<>();
    private final Map<WindowId, WindowUse> windows = new HashMap<>();
    private final Map<WindowId, List<AssignedResource>> contents = new HashMap<>();
    private Explainer explainer;

    BootView(SimulatedBoot simulated) {
        this.simulated = simulated;
        Simulation simulation = simulated.simulation();
        simulation.assignment().functions().forEach(function -> functions.put(function.address(), function));
        simulation.assignment().windows().forEach(window -> windows.put(window.id(), window));
        simulation.mappings().forEach(mapping -> mappings.put(BootContext.keyOf(mapping), mapping));
        for (AssignedResource resource : simulation.assignment().resources()) {
            resources.put(resource.key(), resource);
            if (resource.window().isPresent() && resource.range().isPresent()) {
                contents.computeIfAbsent(resource.window().get(), id -> new ArrayList<>()).add(resource);
            }
        }
        contents.values().forEach(list -> list.sort(Comparator.comparing(resource -> resource.range().orElseThrow())));
    }

    public BootId id() {
        return simulated.id();
    }

    public LoweredBoot lowered() {
        return simulated.lowered();
    }

    public Simulation simulation() {
        return simulated.simulation();
    }

    public long pageSize() {
        return simulation().boot().pageSize();
    }

    /** The boot's name; for a machine of which no boot is written, {@code default}. */
    public String name() {
        return id().boot().isEmpty() ? "default" : id().boot();
    }

    public Optional<EnumeratedFunction> function(PciAddress address) {
        return Optional.ofNullable(functions.get(address));
    }

    public Optional<AssignedResource> resource(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    public Optional<Mapping> mapping(ResourceKey key) {
        return Optional.ofNullable(mappings.get(key));
    }

    public Optional<WindowUse> window(WindowId id) {
        return Optional.ofNullable(windows.get(id));
    }

    /** What lies directly in a window, by address. */
    public List<AssignedResource> contents(WindowId id) {
        return contents.getOrDefault(id, List.of());
    }

    /** What lies in the same window as {@code resource} and overlaps {@code range}, itself included, by address. */
    public List<AssignedResource> inRange(AssignedResource resource, AddressRange range) {
        List<AssignedResource> siblings = resource.window().map(this::contents).orElse(List.of(resource));
        return siblings.stream().filter(other -> other.range().orElseThrow().overlaps(range)).toList();
    }

    /** Tells how resources came to their places. */
    public synchronized Explainer explainer() {
        if (explainer == null) {
            explainer = new Explainer(simulation());
        }
        return explainer;
    }

    /** Why a resource ended as it did, in a sentence or two; empty for one that is not there. */
    public String reason(ResourceKey key) {
        return explainer().deciding(key).map(Step::text).orElse("");
    }

    /** {@code nvme0}, or the address of a function without a name. */
    public String nameOf(PciAddress address) {
        String name = function(address).map(found -> found.description().name()).orElse("");
        return name.isEmpty() ? address.toString() : name;
    }

    /** {@code nvme0 BAR 0}. */
    public String nameOf(ResourceKey key) {
        return nameOf(key.function()) + " " + key.name();
    }

    /** What the command line says to PCI. */
    public PciOptions options() {
        return PciOptions.of(simulation().boot().commandLine(), simulation().boot().rules(),
                simulation().topology().platform().architecture());
    }

    /** What an alignment request can know of a function. */
    public MatchTarget target(EnumeratedFunction function) {
        return function.target(this::function);
    }
}
