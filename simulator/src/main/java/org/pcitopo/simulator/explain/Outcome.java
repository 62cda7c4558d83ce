package org.pcitopo.simulator.explain;

import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.vfio.Mapping;

/** Where a resource ended and what vfio-pci makes of it, in one line. */
final class Outcome {

    private Outcome() {
    }

    static String of(Case machine, AssignedResource resource) {
        String place = switch (resource.state()) {
            case DISABLED -> "closed";
            case UNASSIGNED -> "without an address";
            default -> "at " + resource.range().map(Words::range).orElse("no address");
        };
        Optional<Mapping> mapping = machine.mapping(resource.key()).filter(found -> found.verdict() != Mapping.Verdict.NONE);
        return place + mapping.map(found -> ", " + verdict(found)).orElse("");
    }

    private static String verdict(Mapping mapping) {
        return switch (mapping.verdict()) {
            case MAPPED -> "mapped";
            case PARTLY_MAPPED -> "partly mapped";
            default -> "not mapped" + mapping.reason().map(reason -> " (" + reason.id() + ")").orElse("");
        };
    }
}
