package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/** How the window above a resource, or the window that it is, got its size. */
final class WindowSteps {

    private final Case machine;
    private final AssignedResource resource;

    WindowSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        window().ifPresent(window -> sizing(window).ifPresent(steps::add));
        return steps;
    }

    /** The window itself, or the one of the bridge above. */
    private Optional<AssignedResource> window() {
        return resource.key().name().isWindow() ? Optional.of(resource)
                : machine.bridgeAbove(resource.key().function()).flatMap(bridge -> machine.windowFor(bridge, resource));
    }

    private Optional<Step> sizing(AssignedResource window) {
        String name = window == resource ? "It" : "The " + window.key().name() + " of " + machine.nameOf(window.key().function());
        if (window.state() == ResourceState.DISABLED) {
            return Optional.of(step(window, name + " is closed: nothing below it needs one."));
        }
        if (window.state() == ResourceState.CLAIMED) {
            return window == resource ? Optional.empty() : window.range()
                    .map(range -> step(window, name + " is as firmware left it, " + Words.range(range) + "; the kernel kept it."));
        }
        return machine.last(TraceEvent.WindowSized.class, window.key()).map(sized -> step(window, name + sized(window, sized)));
    }

    private String sized(AssignedResource window, TraceEvent.WindowSized sized) {
        String required = sized.size() == 0 ? " needs nothing" : " needs " + Words.size(sized.size());
        String optional = sized.optional() == 0 ? ""
                : ", and takes " + Words.size(sized.optional()) + " more where there is room" + reason(window);
        List<String> inside = contents(window);
        return required + " at multiples of " + Words.size(sized.alignment()) + optional
                + (inside.isEmpty() ? "." : "; it is for " + Words.list(inside) + ".");
    }

    private String reason(AssignedResource window) {
        boolean hotplug = machine.function(window.key().function()).description().bridge().filter(bridge -> bridge.hotplug())
                .isPresent();
        return hotplug ? " (for what may be plugged in, ROMs and virtual functions)" : " (for ROMs and virtual functions)";
    }

    /** What the window was sized for, the largest first. */
    private List<String> contents(AssignedResource window) {
        PciAddress bridge = window.key().function();
        return machine.simulation().assignment().resources().stream()
                .filter(other -> machine.bridgeAbove(other.key().function()).filter(bridge::equals).isPresent())
                .filter(other -> other.size() != 0 && other.state() != ResourceState.DISABLED)
                .filter(other -> machine.windowFor(bridge, other).filter(window::equals).isPresent())
                .sorted(Comparator.comparing(AssignedResource::size, Long::compareUnsigned).reversed())
                .map(other -> machine.nameOf(other.key()) + " (" + Words.size(other.size()) + ")").toList();
    }

    private Step step(AssignedResource window, String text) {
        return new Step(Topic.WINDOW, text, window.key().name() == ResourceName.IO_WINDOW
                ? "drivers/pci/setup-bus.c, pbus_size_io" : "drivers/pci/setup-bus.c, pbus_size_mem");
    }
}
