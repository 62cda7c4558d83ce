package org.pcitopo.simulator.advise;

import org.pcitopo.simulator.topology.Architecture;

/** How long a command line may be before the kernel cuts it off ({@code COMMAND_LINE_SIZE} of the architectures). */
final class LineLength {

    private static final int USUAL = 2048;
    private static final int SMALL = 1024;

    private LineLength() {
    }

    /** Characters that are surely read; the kernel keeps one byte for itself. */
    static int most(Architecture architecture) {
        boolean small = architecture == Architecture.ARM || architecture == Architecture.RISCV64;
        return (small ? SMALL : USUAL) - 1;
    }
}
