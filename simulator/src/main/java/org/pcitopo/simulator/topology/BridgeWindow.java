package org.pcitopo.simulator.topology;

import java.util.Optional;

/**
 * A window that a bridge implements.
 *
 * @param type {@code IO}, {@code MEM32}, {@code MEM32_PREF} or {@code MEM64_PREF}
 * @param firmware the range that firmware left in its registers, CPU addresses; empty where it is closed
 */
public record BridgeWindow(ResourceType type, Optional<AddressRange> firmware) {

    /** A window that firmware left closed. */
    public static BridgeWindow closed(ResourceType type) {
        return new BridgeWindow(type, Optional.empty());
    }

    /** A window that firmware opened. */
    public static BridgeWindow open(ResourceType type, AddressRange range) {
        return new BridgeWindow(type, Optional.of(range));
    }
}
