package org.pcitopo.simulator.trace;

import org.pcitopo.simulator.topology.ResourceType;

/**
 * A resource at one moment, with what the kernel's {@code %pR} prints of it: {@code [mem 0x10000000-0x100fffff pref]}. It need not
 * be a range: a window that nothing requires ends one below its start, and where {@code unset} holds the size alone means anything.
 *
 * @param type its type bits
 * @param start first address
 * @param end last address, one below {@code start} for a size of 0
 * @param unset it has no place, so its size is printed instead
 * @param disabled it is switched off
 */
public record PrintedRange(ResourceType type, long start, long end, boolean unset, boolean disabled) {
}
