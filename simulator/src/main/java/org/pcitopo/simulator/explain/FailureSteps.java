package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;

/** Why a resource found no place: the window that limits it, what it needed and what was left there. */
final class FailureSteps {

    private static final String PLACE = "drivers/pci/setup-res.c, pci_assign_resource";
    private static final String GIVE_UP = "drivers/pci/setup-bus.c, __assign_resources_sorted";

    private final Case machine;
    private final AssignedResource resource;

    FailureSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
    }

    /** A resource that nobody looked for a place for. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Optional<AssignedResource> window = machine.bridgeAbove(resource.key().function())
                .flatMap(bridge -> machine.windowFor(bridge, resource));
        if (window.filter(found -> found.range().isEmpty()).isPresent()) {
            steps.addAll(withoutWindow(window.get()));
        } else {
            steps.add(new Step(Topic.PLACE, "The kernel gave it up before it looked for a place.", GIVE_UP));
        }
        return steps;
    }

    /** A place was looked for and not found, when what is in {@code before} had a place. */
    List<Step> steps(TraceEvent.NoSpace noSpace, Set<ResourceKey> before) {
        List<Step> steps = new ArrayList<>();
        String needs = "It needs " + Words.size(noSpace.size()) + " at a multiple of " + Words.size(noSpace.alignment());
        if (noSpace.tried().isEmpty()) {
            steps.add(new Step(Topic.PLACE, needs + ", and no window of its bus takes " + Words.type(resource.type()) + ".", PLACE));
            machine.bridgeAbove(resource.key().function()).flatMap(bridge -> machine.windowFor(bridge, resource))
                    .filter(window -> window.range().isEmpty()).ifPresent(window -> steps.addAll(withoutWindow(window)));
            return steps;
        }
        List<String> tried = windows(noSpace, before).stream().map(Failure.Tried::text).toList();
        steps.add(new Step(Topic.PLACE, needs + ". " + String.join(" ", tried), PLACE));
        limiting(noSpace).ifPresent(window -> steps.add(new Step(Topic.PLACE, cure(noSpace, window), PLACE)));
        return steps;
    }

    /** The windows that were looked through, each with what it had. */
    List<Failure.Tried> windows(TraceEvent.NoSpace noSpace, Set<ResourceKey> before) {
        return noSpace.tried().stream().map(window -> new Failure.Tried(window.window(), tried(window, before))).toList();
    }

    private String tried(TraceEvent.Tried window, Set<ResourceKey> before) {
        List<String> there = machine.contents(window.window()).stream().filter(other -> before.contains(other.key()))
                .map(other -> machine.nameOf(other.key())).toList();
        String left = window.free() == 0 ? " was full"
                : " had " + Words.size(window.free()) + " free, " + Words.size(window.largestHole()) + " in one piece";
        return Words.sentence(machine.nameOf(window.window())) + " (" + Words.range(window.range()) + ")" + left
                + (there.isEmpty() ? "." : (window.free() == 0 ? ", taken by " : " beside ") + Words.list(there) + ".");
    }

    /** The window of the bridge above that is meant for it; without one the roomiest. */
    private Optional<TraceEvent.Tried> limiting(TraceEvent.NoSpace noSpace) {
        Optional<ResourceKey> meant = machine.bridgeAbove(resource.key().function())
                .flatMap(bridge -> machine.windowFor(bridge, resource)).map(AssignedResource::key);
        return noSpace.tried().stream().filter(window -> meant.isPresent() && Case.keyOf(window.window()).equals(meant)).findFirst()
                .or(() -> roomiest(noSpace));
    }

    private static Optional<TraceEvent.Tried> roomiest(TraceEvent.NoSpace noSpace) {
        return noSpace.tried().stream().max((a, b) -> Long.compareUnsigned(a.largestHole(), b.largestHole()));
    }

    private String cure(TraceEvent.NoSpace noSpace, TraceEvent.Tried window) {
        String name = machine.nameOf(window.window());
        if (Unsigned.less(window.largestHole(), noSpace.size())) {
            return "It would need a hole that is " + Words.size(noSpace.size() - window.largestHole()) + " larger in " + name
                    + limits(window.window());
        }
        return "The largest hole of " + name + " is long enough, but holds no multiple of " + Words.size(noSpace.alignment())
                + " with that much behind it" + limits(window.window());
    }

    /** Who decided on the size of the window. */
    private String limits(WindowId window) {
        if (window instanceof WindowId.OfHost) {
            return "; firmware and the host bridge decide on that window.";
        }
        boolean claimed = Case.keyOf(window).flatMap(machine::resource).filter(found -> found.state() == ResourceState.CLAIMED)
                .isPresent();
        return claimed ? "; that window is as firmware left it." : ".";
    }

    /** A bridge window that has no place itself, and why. */
    private List<Step> withoutWindow(AssignedResource window) {
        PciAddress bridge = window.key().function();
        List<Step> steps = new ArrayList<>();
        if (window.state() == ResourceState.DISABLED) {
            steps.add(new Step(Topic.PLACE, "The " + window.key().name() + " of " + machine.nameOf(bridge) + " is closed.", PLACE));
            return steps;
        }
        steps.add(new Step(Topic.PLACE, "The " + window.key().name() + " of " + machine.nameOf(bridge) + " above it has no place itself:",
                PLACE));
        steps.addAll(new PlaceSteps(machine, window).steps().stream().filter(step -> step.topic() == Topic.PLACE).toList());
        return steps;
    }
}
