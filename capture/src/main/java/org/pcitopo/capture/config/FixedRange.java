package org.pcitopo.capture.config;

import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * An entry of the Enhanced Allocation capability: hardware that sits where it sits.
 *
 * @param name the resource that it stands for
 * @param type its type bits
 * @param range bus addresses
 */
public record FixedRange(ResourceName name, ResourceType type, AddressRange range) {
}
