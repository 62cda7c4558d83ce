package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;

/**
 * What an architecture does its own way while regions are placed (behaviour specification 4.2, 4.4, 4.5, 6.3). The defaults
 * are those of arm64 and riscv.
 */
interface ArchitectureHooks {

    /** Lowest I/O address that is handed out in a window that starts at 0. */
    default long minimumIo() {
        return 0x1000;
    }

    /** Lowest memory address that is handed out in a window that starts at 0. */
    default long minimumMemory() {
        return 0;
    }

    /** What remains of a free {@code gap} of memory after the architecture's own reservations. */
    default Optional<AddressRange> usable(AddressRange gap) {
        return Optional.of(gap);
    }

    /** Where a region of {@code size} bytes that could start at {@code start} starts; not below it. */
    default long adjustStart(Region region, long start, long size) {
        return start;
    }

    /** Alignment of windows of {@code flags} on {@code bus} beyond PCI's own. */
    default long windowAlignment(Bus bus, int flags) {
        return 1;
    }

    /** The usual architecture: no rules of its own. */
    final class Generic implements ArchitectureHooks {
    }
}
