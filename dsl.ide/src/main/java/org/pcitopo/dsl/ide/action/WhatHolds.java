package org.pcitopo.dsl.ide.action;

import java.util.Optional;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.AtPredicate;
import org.pcitopo.dsl.model.EqualsPredicate;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.SizePredicate;
import org.pcitopo.dsl.model.StatePredicate;
import org.pcitopo.dsl.problems.expectation.ExpectedState;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** What holds of a resource, in the words of expectations. */
final class WhatHolds {

    private WhatHolds() {
    }

    /** What could be expected of a BAR instead of anything else; empty for I/O ports, and where vfio-pci says nothing. */
    static Optional<String> of(Mapping mapping) {
        if (mapping.verdict() == Verdict.NONE || mapping.reason().equals(Optional.of(Mapping.Reason.IO))) {
            return Optional.empty();
        }
        if (mapping.reason().equals(Optional.of(Mapping.Reason.UNASSIGNED))) {
            return Optional.of("unassigned");
        }
        String because = mapping.reason().map(reason -> " because " + reason.id()).orElse("");
        return Optional.of(switch (mapping.verdict()) {
            case MAPPED -> "mapped";
            case PARTLY_MAPPED -> "partly mapped" + because;
            default -> "emulated" + because;
        });
    }

    /** The answer of {@code boot} to what {@code asked} asks of {@code key}; empty where there is none of that sort. */
    static Optional<String> instead(BootView boot, ResourceKey key, Expectation asked) {
        Optional<AssignedResource> resource = boot.resource(key);
        boolean ofMapping = asked.getReason() != null || asked.getPredicate() instanceof StatePredicate state
                && ExpectedState.parse(state.getState()).filter(ExpectedState::isMapping).isPresent();
        if (ofMapping) {
            return boot.mapping(key).flatMap(WhatHolds::of);
        }
        if (asked.getPredicate() instanceof SizePredicate) {
            return resource.map(found -> "size " + Literals.sizeText(found.size()));
        }
        if (asked.getPredicate() instanceof AtPredicate && resource.flatMap(AssignedResource::range).isPresent()) {
            return resource.flatMap(AssignedResource::range).map(range -> "at " + Literals.addressText(range.start()));
        }
        if (asked.getPredicate() instanceof EqualsPredicate && resource.flatMap(AssignedResource::range).isPresent()) {
            return resource.map(found -> "equals [" + (found.type().isIo() ? "io" : "mem") + " " + Literals.rangeText(found.range().orElseThrow()) + "]");
        }
        return resource.map(found -> found.state().id()).filter(state -> ExpectedState.parse(state).isPresent());
    }
}
