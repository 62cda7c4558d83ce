package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * What stands in the way of one BAR.
 *
 * @param bar which one
 * @param kind of what sort it is
 * @param shortage where it lacks room: what was needed and what was left
 */
public record Obstacle(ResourceKey bar, Kind kind, Optional<Shortage> shortage) {

    /** The sorts of obstacles. */
    public enum Kind {
        /** The kernel never moves it: Enhanced Allocation, or fixed by its class. */
        FIXED("fixed"),
        /** Firmware asks that everything stays, and the kernel ignores requests. */
        REQUESTS_IGNORED("requests-ignored"),
        /** vfio-pci maps no BAR of this device. */
        NON_MAPPABLE_DEVICE("non-mappable-device"),
        /** The pages of its MSI-X table are all that it has, and this kernel never maps those. */
        MSIX_TABLE("msix-table"),
        /** There is no room for it. */
        NO_ROOM("no-room"),
        /** It has a place, but in a page with others, and nothing that was tried gives it one of its own without a loss. */
        PAGE("page");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /**
     * A lack of room.
     *
     * @param resource what found no place: the BAR, or a window above it
     * @param size bytes needed
     * @param alignment bytes of whose multiple it has to start
     * @param tried the windows that were looked into, as full as they were
     */
    public record Shortage(ResourceKey resource, long size, long alignment, List<TraceEvent.Tried> tried) {

        public Shortage {
            tried = List.copyOf(tried);
        }

        /** The window with the largest hole. */
        public Optional<TraceEvent.Tried> roomiest() {
            return tried.stream().max((one, other) -> Long.compareUnsigned(one.largestHole(), other.largestHole()));
        }
    }

    /** What stands in the way of what {@code advice} could not do: as things are, or with what comes nearest. */
    public static List<Obstacle> of(Advice advice) {
        if (advice.nothingToDo() || advice.best().isPresent()) {
            return List.of();
        }
        List<ResourceKey> unmet = advice.closest().map(Proposal::stillUnmet).orElse(advice.unmet());
        List<Simulation> outcomes = advice.closest().map(Proposal::outcomes).orElse(advice.before());
        List<Obstacle> obstacles = new ArrayList<>();
        for (ResourceKey bar : unmet) {
            outcomes.stream().map(outcome -> of(outcome, bar)).flatMap(Optional::stream).findFirst().ifPresent(obstacles::add);
        }
        return obstacles;
    }

    private static Optional<Obstacle> of(Simulation outcome, ResourceKey bar) {
        Optional<AssignedResource> resource = find(outcome, bar);
        Optional<Mapping.Reason> reason = outcome.mappings().stream().filter(mapping -> mapping.function().equals(bar.function())
                && bar.name().isBar() && mapping.bar() == bar.name().register()).findFirst().flatMap(Mapping::reason);
        if (resource.isEmpty() || resource.get().range().isPresent() && reason.isEmpty()) {
            return Optional.empty();
        }
        if (resource.get().range().isEmpty()) {
            return Optional.of(new Obstacle(bar, Kind.NO_ROOM, shortage(outcome, resource.get())));
        }
        return Optional.of(new Obstacle(bar, kind(outcome, resource.get(), reason.get()), Optional.empty()));
    }

    private static Kind kind(Simulation outcome, AssignedResource resource, Mapping.Reason reason) {
        if (reason == Mapping.Reason.NON_MAPPABLE_DEVICE) {
            return Kind.NON_MAPPABLE_DEVICE;
        }
        if (reason == Mapping.Reason.MSIX_TABLE) {
            return Kind.MSIX_TABLE;
        }
        if (resource.state() == ResourceState.FIXED) {
            return Kind.FIXED;
        }
        boolean ignored = outcome.topology().platform().probeOnly()
                && outcome.boot().rules().has(Behaviour.REQUESTS_RESPECT_FIRMWARE);
        return ignored ? Kind.REQUESTS_IGNORED : Kind.PAGE;
    }

    private static Optional<AssignedResource> find(Simulation outcome, ResourceKey key) {
        return outcome.assignment().resources().stream().filter(resource -> resource.key().equals(key)).findFirst();
    }

    /** Its own, or where nothing was open to be looked into that of the window above it which found no place. */
    private static Optional<Shortage> shortage(Simulation outcome, AssignedResource resource) {
        Optional<Shortage> own = lastFailure(outcome, resource.key())
                .map(event -> new Shortage(event.resource(), event.size(), event.alignment(), event.tried()));
        if (own.filter(one -> !one.tried().isEmpty()).isPresent()) {
            return own;
        }
        Optional<Shortage> above = outcome.assignment().functions().stream()
                .filter(function -> function.address().equals(resource.key().function())).findFirst()
                .flatMap(function -> function.parent())
                .flatMap(bridge -> outcome.assignment().resources().stream()
                        .filter(window -> window.key().function().equals(bridge) && takes(window, resource)
                                && window.range().isEmpty() && window.state() == ResourceState.UNASSIGNED)
                        .findFirst())
                .flatMap(window -> shortage(outcome, window));
        return above.or(() -> own);
    }

    private static boolean takes(AssignedResource window, AssignedResource resource) {
        ResourceName name = window.key().name();
        boolean prefetchable = resource.type().prefetchable() && (resource.type().is64Bit() || !window.type().is64Bit());
        return name == ResourceName.MEM_WINDOW && resource.type().isMemory() && !prefetchable
                || name == ResourceName.PREF_WINDOW && prefetchable;
    }

    private static Optional<TraceEvent.NoSpace> lastFailure(Simulation outcome, ResourceKey key) {
        return outcome.assignment().trace().events().stream().filter(TraceEvent.NoSpace.class::isInstance)
                .map(TraceEvent.NoSpace.class::cast).filter(event -> event.resource().equals(key))
                .reduce((first, second) -> second);
    }

    /** Whether a hole of the size is there and only does not begin where it has to. */
    public boolean lacksOnlyAlignment() {
        return shortage.flatMap(one -> one.roomiest().map(window -> Unsigned.lessOrEqual(one.size(), window.largestHole())))
                .orElse(false);
    }
}
