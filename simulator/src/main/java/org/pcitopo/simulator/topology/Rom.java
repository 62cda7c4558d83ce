package org.pcitopo.simulator.topology;

import java.util.OptionalLong;

/**
 * The expansion ROM BAR: 32-bit, and prefetchable for the choice of a window (behaviour specification 2.1).
 *
 * @param size bytes, a power of two from 2 KiB
 * @param firmwareStart as for {@link Bar}
 * @param enabled whether its enable bit is set
 * @param shadow whether it is the boot display's copy at 0xc0000, which is not in the resource tree
 */
public record Rom(long size, OptionalLong firmwareStart, boolean enabled, boolean shadow) {

    /** A disabled ROM that firmware left at 0. */
    public static Rom of(long size) {
        return new Rom(size, OptionalLong.of(0), false, false);
    }
}
