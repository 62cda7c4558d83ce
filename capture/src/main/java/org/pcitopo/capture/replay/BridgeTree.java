package org.pcitopo.capture.replay;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * A host bridge's functions with their addresses, each before what is below it.
 *
 * @param found all of them
 */
record BridgeTree(List<Place> found) {

    /** @param below the functions behind a bridge, at all depths */
    record Place(PciAddress address, Function function, List<Place> below) {
    }

    /** Buses whose numbers are not known, and what is on them, are left out. */
    static BridgeTree of(HostBridge host) {
        List<Place> found = new ArrayList<>();
        add(host.domain(), host.firstBus(), host.functions(), found);
        return new BridgeTree(List.copyOf(found));
    }

    private static void add(int domain, int bus, List<Function> functions, List<Place> found) {
        for (Function function : functions) {
            List<Place> below = new ArrayList<>();
            function.bridge().filter(bridge -> bridge.secondary().isPresent())
                    .ifPresent(bridge -> add(domain, secondary(bridge), bridge.functions(), below));
            found.add(new Place(new PciAddress(domain, bus, function.device(), function.function()), function, List.copyOf(below)));
            found.addAll(below);
        }
    }

    private static int secondary(Bridge bridge) {
        return bridge.secondary().orElseThrow();
    }
}
