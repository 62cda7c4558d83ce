package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/** Tells how resources of one simulation came to their places. */
public final class Explainer {

    private final Case machine;

    public Explainer(Simulation simulation) {
        this.machine = new Case(simulation);
    }

    /** Every resource of {@code function} that is there; empty where there is no such function. */
    public List<Explanation> explain(PciAddress function) {
        return machine.simulation().assignment().resources().stream()
                .filter(resource -> resource.key().function().equals(function) && resource.state() != ResourceState.DISABLED)
                .map(this::explain).toList();
    }

    /** One resource; empty where there is none. */
    public Optional<Explanation> explain(ResourceKey key) {
        return machine.resource(key).map(this::explain);
    }

    /** As {@link #explain(ResourceKey)}, without what would have become of it otherwise: nothing is simulated for it. */
    public Optional<Explanation> recount(ResourceKey key) {
        return machine.resource(key).map(resource -> explanation(resource, false));
    }

    /**
     * The step that decided on how {@code key} ended: what vfio-pci makes of a BAR that has an address, else how its place was found,
     * or why none was.
     */
    public Optional<Step> deciding(ResourceKey key) {
        return machine.resource(key).flatMap(this::deciding);
    }

    /** Why {@code key} found no place; empty for what has one, and for what is not there. */
    public Optional<Failure> failure(ResourceKey key) {
        return machine.resource(key).filter(resource -> resource.state() == ResourceState.UNASSIGNED).map(resource -> {
            PlaceSteps place = new PlaceSteps(machine, resource);
            return new Failure(of(Topic.PLACE, place.steps()).stream().map(Step::text).collect(Collectors.joining(" ")), place.tried());
        });
    }

    private Optional<Step> deciding(AssignedResource resource) {
        boolean mapped = resource.range().isPresent();
        Stream<Supplier<List<Step>>> sources = Stream.of(
                () -> mapped ? of(Topic.MAPPING, new MappingSteps(machine, resource).steps()) : List.of(),
                () -> of(Topic.PLACE, new PlaceSteps(machine, resource).steps()),
                () -> resource.key().name().isWindow() ? of(Topic.WINDOW, new WindowSteps(machine, resource).steps()) : List.of(),
                () -> of(Topic.FIRMWARE, new HardwareSteps(machine, resource).steps()));
        return sources.flatMap(steps -> steps.get().stream()).findFirst();
    }

    private static List<Step> of(Topic topic, List<Step> steps) {
        return steps.stream().filter(step -> step.topic() == topic).toList();
    }

    private Explanation explain(AssignedResource resource) {
        return explanation(resource, true);
    }

    private Explanation explanation(AssignedResource resource, boolean alternatives) {
        List<Step> steps = new ArrayList<>(new HardwareSteps(machine, resource).steps());
        steps.addAll(new RequestSteps(machine, resource).steps());
        steps.addAll(new WindowSteps(machine, resource).steps());
        steps.addAll(new PlaceSteps(machine, resource).steps());
        if (alternatives) {
            steps.addAll(new RuleSteps(machine, resource).steps());
        }
        steps.addAll(new MappingSteps(machine, resource).steps());
        String name = machine.nameOf(resource.key().function());
        String address = resource.key().function().toString();
        String title = address + " " + resource.key().name() + (name.equals(address) ? "" : " (" + name + ")");
        return new Explanation(resource.key(), title, Outcome.of(machine, resource), steps);
    }
}
