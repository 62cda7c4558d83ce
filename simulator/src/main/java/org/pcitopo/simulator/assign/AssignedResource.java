package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.WindowId;

/**
 * Where one resource ended.
 *
 * @param key which resource
 * @param type its type bits
 * @param state how it ended
 * @param range where it is, empty where it has no place; CPU addresses
 * @param size bytes that the kernel gave it (a request may make it larger than the hardware's); for a VF BAR of all VFs;
 *     0 for a disabled window
 * @param hardwareSize bytes that the hardware decodes (of one VF for a VF BAR); for windows as {@code size}
 * @param alignment bytes that its start had to be a multiple of, 0 where it was never placed
 * @param window the window that holds it, empty where there is none
 * @param moved whether it has a place other than firmware's
 */
public record AssignedResource(ResourceKey key, ResourceType type, ResourceState state, Optional<AddressRange> range, long size,
        long hardwareSize, long alignment, Optional<WindowId> window, boolean moved) {
}
