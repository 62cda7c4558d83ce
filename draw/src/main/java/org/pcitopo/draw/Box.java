package org.pcitopo.draw;

import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * Something with a place in the address map.
 *
 * @param kind what it is
 * @param label what stands in it
 * @param resource the resource that it is, empty for what no function owns
 * @param range its addresses
 * @param lane 0 for what is directly in the host's window, one more for each window around it
 * @param mapping what vfio-pci makes of it, where it is asked
 */
record Box(Kind kind, String label, Optional<ResourceKey> resource, AddressRange range, int lane, Optional<Mapping> mapping) {

    /** What a box is. */
    enum Kind {
        WINDOW, BAR, ROM, VF, RESERVED
    }

    /** How it looks. */
    Look look() {
        return Look.of(kind, mapping);
    }
}
