package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.DefaultAlignment;
import org.pcitopo.simulator.cmdline.AlignmentRequest;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.trace.TraceEvent;

/** What {@code pci=resource_alignment=}, or the platform by itself, asked of a resource. */
final class RequestSteps {

    private static final String SOURCE = "drivers/pci/pci.c, pci_reassigndev_resource_alignment";

    private final Case machine;
    private final AssignedResource resource;

    RequestSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        request().flatMap(this::sentence).ifPresent(text -> steps.add(new Step(Topic.REQUEST, text, SOURCE)));
        return steps;
    }

    private Optional<AlignmentRequest> request() {
        Boot boot = machine.simulation().boot();
        Platform platform = machine.simulation().topology().platform();
        return machine.options().alignmentRequests().requestFor(machine.target(resource.key().function()), boot.pageSize(),
                DefaultAlignment.of(platform, boot.rules(), boot.pageSize()), platform.probeOnly());
    }

    private Optional<String> sentence(AlignmentRequest request) {
        if (!resource.type().isMemory() || resource.key().name().isWindow() || resource.key().name().isVfBar()) {
            return Optional.empty();
        }
        AlignmentRequests requests = machine.options().alignmentRequests();
        String who = request.entry().isPresent()
                ? "'" + requests.entries().get(request.entry().getAsInt()).text().text() + "' on the command line asks"
                : "The platform by itself asks";
        String what = who + " for multiples of " + Words.size(request.alignment());
        return Optional.of(machine.last(TraceEvent.AlignmentRequested.class, resource.key())
                .map(event -> what + (event.resized() ? grown() : "; it keeps its size."))
                .orElseGet(() -> what + ignored()));
    }

    private String grown() {
        return resource.size() == resource.hardwareSize() ? "."
                : ", and the kernel makes it grow from " + Words.size(resource.hardwareSize()) + " to " + Words.size(resource.size())
                        + " for that; software that reads its size sees the larger one.";
    }

    private String ignored() {
        return machine.events().stream().filter(TraceEvent.RequestIgnored.class::isInstance)
                .map(TraceEvent.RequestIgnored.class::cast)
                .filter(event -> event.function().equals(resource.key().function())).findFirst()
                .map(event -> ", which the kernel ignores: " + event.reason() + ".")
                .orElse("; it is that large already, so nothing changes.");
    }
}
