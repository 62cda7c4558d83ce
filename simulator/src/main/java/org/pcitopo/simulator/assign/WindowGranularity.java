package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.Unsigned;

/** The steps in which bridge windows open ({@code window_alignment}; behaviour specification 5.2). */
final class WindowGranularity {

    static final long MEMORY = 1L << 20;
    static final long IO = 1L << 12;

    private final Context context;

    WindowGranularity(Context context) {
        this.context = context;
    }

    /** The step of windows with {@code flags} on {@code bus}, bytes. */
    long of(Bus bus, int flags) {
        long own = (flags & Flags.MEM) != 0 ? MEMORY : IO;
        return Unsigned.max(own, context.hooks().windowAlignment(bus, flags));
    }
}
