package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private Explanation explain(AssignedResource resource) {
        List<Step> steps = new ArrayList<>(new HardwareSteps(machine, resource).steps());
        steps.addAll(new RequestSteps(machine, resource).steps());
        steps.addAll(new WindowSteps(machine, resource).steps());
        steps.addAll(new PlaceSteps(machine, resource).steps());
        steps.addAll(new RuleSteps(machine, resource).steps());
        steps.addAll(new MappingSteps(machine, resource).steps());
        String name = machine.nameOf(resource.key().function());
        String address = resource.key().function().toString();
        String title = address + " " + resource.key().name() + (name.equals(address) ? "" : " (" + name + ")");
        return new Explanation(resource.key(), title, Outcome.of(machine, resource), steps);
    }
}
