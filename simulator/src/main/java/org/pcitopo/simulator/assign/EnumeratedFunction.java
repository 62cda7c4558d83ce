package org.pcitopo.simulator.assign;

import java.util.Optional;
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
}
