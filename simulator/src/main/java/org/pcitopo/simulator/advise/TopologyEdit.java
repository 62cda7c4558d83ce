package org.pcitopo.simulator.advise;

import java.util.List;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Topology;

/** Machines that differ in one function. */
final class TopologyEdit {

    private TopologyEdit() {
    }

    /** {@code topology} with {@code old}, the very object, exchanged wherever it stands. */
    static Topology replace(Topology topology, Function old, Function replacement) {
        return topology.withHostBridges(topology.hostBridges().stream()
                .map(host -> host.withFunctions(replace(host.functions(), old, replacement))).toList());
    }

    private static List<Function> replace(List<Function> functions, Function old, Function replacement) {
        return functions.stream().map(function -> function == old ? replacement : function.bridge()
                .map(bridge -> function.toBuilder().bridge(bridge.withFunctions(replace(bridge.functions(), old, replacement))).build())
                .orElse(function)).toList();
    }
}
