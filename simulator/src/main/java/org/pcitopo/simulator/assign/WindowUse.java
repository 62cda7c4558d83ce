package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * How full a window is.
 *
 * @param id which window
 * @param type its type bits
 * @param range its addresses
 * @param used bytes taken by what is directly in it
 * @param free bytes not taken
 * @param largestHole the largest contiguous free range, bytes
 */
public record WindowUse(WindowId id, ResourceType type, AddressRange range, long used, long free, long largestHole) {
}
