package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * A function and where enumeration found it.
 *
 * @param address its address
 * @param description the function as the topology describes it, the very same object
 * @param parent the bridge above it, empty on a root bus
 * @param secondary for a bridge the bus below it, else -1
 * @param subordinate for a bridge the highest bus below it, else -1
 */
public record EnumeratedFunction(PciAddress address, Function description, Optional<PciAddress> parent, int secondary,
        int subordinate) {

    /**
     * What an alignment request can know of it.
     *
     * @param functions finds the functions of the same assignment
     */
    public MatchTarget target(java.util.function.Function<PciAddress, Optional<EnumeratedFunction>> functions) {
        List<PciAddress> upstream = new ArrayList<>();
        for (Optional<PciAddress> bridge = parent; bridge.isPresent();
                bridge = bridge.flatMap(functions).flatMap(EnumeratedFunction::parent)) {
            upstream.add(bridge.get());
        }
        return new MatchTarget(address, description.ids(), upstream);
    }
}
