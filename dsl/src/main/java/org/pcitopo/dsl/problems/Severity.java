package org.pcitopo.dsl.problems;

import java.util.Locale;
import java.util.Optional;

/** How bad a problem is, the worst first. */
public enum Severity {
    /** The file does not mean what its author wants, or an expectation fails. */
    ERROR,
    /** The machine will not do what its author probably wants. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** {@code error}, {@code warning} or {@code info}. */
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
}
