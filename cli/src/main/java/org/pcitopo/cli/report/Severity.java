package org.pcitopo.cli.report;

import java.util.Locale;
import java.util.Optional;

/** How bad a problem is, the worst first. */
public enum Severity {
    ERROR, WARNING, INFO;

    /** {@code error}, {@code warning} or {@code info}, as the published formats write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #id}. */
    public static Optional<Severity> parse(String text) {
        for (Severity candidate : values()) {
            if (candidate.id().equals(text)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether this is as bad as {@code other} or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
