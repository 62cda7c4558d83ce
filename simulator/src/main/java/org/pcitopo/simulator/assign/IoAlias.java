package org.pcitopo.simulator.assign;

/** The rule that keeps I/O BARs off the aliases of ISA cards that decode ten address bits (behaviour specification 6.3). */
final class IoAlias {

    private static final long ALIAS_BITS = 0x300;

    private IoAlias() {
    }

    /** The first port from {@code start} in the lowest quarter of a 1 KiB block. */
    static long skip(long start) {
        return (start & ALIAS_BITS) != 0 ? (start + 0x3ff) & ~0x3ffL : start;
    }
}
