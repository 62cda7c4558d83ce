package org.pcitopo.cli.report;

import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.compare.Comparison;

/**
 * Two boots side by side.
 *
 * @param before the first
 * @param after the second
 * @param comparison what changes from the first to the second
 */
public record BootPair(Side before, Side after, Comparison comparison) {

    /**
     * One boot and where it is written.
     *
     * @param file as the user gave it, {@code -} for standard input
     * @param simulation what it comes to
     */
    public record Side(String file, Simulation simulation) {
    }

    /** Compares the two. */
    public static BootPair of(Side before, Side after) {
        return new BootPair(before, after, Comparison.between(before.simulation(), after.simulation()));
    }

    /** Whether nothing changes. */
    public boolean isSame() {
        return comparison.isEmpty();
    }
}
