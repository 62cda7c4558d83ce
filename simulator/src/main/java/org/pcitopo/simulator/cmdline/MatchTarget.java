package org.pcitopo.simulator.cmdline;

import java.util.List;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * What an alignment request can know of a function.
 *
 * @param address its address
 * @param ids its ids
 * @param upstream the bridges above it, the nearest first; empty on a root bus
 */
public record MatchTarget(PciAddress address, DeviceIds ids, List<PciAddress> upstream) {

    public MatchTarget {
        upstream = List.copyOf(upstream);
    }
}
