package org.pcitopo.simulator.kernel;

import java.util.Optional;

/**
 * A run of releases.
 *
 * @param first the first release in it
 * @param before the first release no longer in it, empty where it has not ended
 */
public record Span(KernelRelease first, Optional<KernelRelease> before) {

    /** No release at all. */
    static final Span NEVER = between("0.0", "0.0");

    /** From {@code first} on, still so. */
    public static Span since(String first) {
        return new Span(KernelRelease.of(first), Optional.empty());
    }

    /** From {@code first} up to, but without, {@code before}. */
    public static Span between(String first, String before) {
        return new Span(KernelRelease.of(first), Optional.of(KernelRelease.of(before)));
    }

    /** Whether no release is in the run. */
    public boolean isNever() {
        return before.filter(first::equals).isPresent();
    }

    /** Whether {@code release} is in the run. */
    public boolean contains(KernelRelease release) {
        return release.atLeast(first) && before.map(end -> !release.atLeast(end)).orElse(true);
    }
}
