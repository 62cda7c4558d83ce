package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.cmdline.PciOptions;

/**
 * Room that a hotplug bridge keeps for what may be plugged in later, bytes.
 *
 * @param io I/O
 * @param memory memory
 * @param prefetchable prefetchable memory
 */
record HotplugReserve(long io, long memory, long prefetchable) {

    /** What is kept in {@code window}. */
    long in(Region window) {
        return switch (Device.nameOf(window)) {
            case IO_WINDOW -> io;
            case PREF_WINDOW -> prefetchable;
            default -> memory;
        };
    }

    static HotplugReserve of(Device bridge, PciOptions options) {
        return bridge.isHotplugBridge()
                ? new HotplugReserve(options.hotplugIo(), options.hotplugMemory(), options.hotplugPrefetchable())
                : new HotplugReserve(0, 0, 0);
    }
}
