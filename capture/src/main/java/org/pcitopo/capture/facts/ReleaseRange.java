package org.pcitopo.capture.facts;

import org.pcitopo.simulator.kernel.KernelRelease;

/**
 * The releases that a source may come from.
 *
 * @param oldest the oldest that fits, inclusive
 * @param newest the newest that fits, inclusive; not older than {@code oldest}
 */
public record ReleaseRange(KernelRelease oldest, KernelRelease newest) {

    /** The range of exactly one release. */
    public static ReleaseRange exactly(KernelRelease release) {
        return new ReleaseRange(release, release);
    }

    public boolean isExact() {
        return oldest.equals(newest);
    }

    /** {@code 6.8 to 6.15}, or {@code 6.12.107}. */
    @Override
    public String toString() {
        return isExact() ? text(oldest) : text(oldest) + " to " + text(newest);
    }

    /** The last stable level of a series is not known; the series alone is named then. */
    private static String text(KernelRelease release) {
        return release.stable() == Integer.MAX_VALUE ? release.major() + "." + release.minor() : release.toString();
    }
}
