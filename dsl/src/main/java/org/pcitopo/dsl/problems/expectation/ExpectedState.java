package org.pcitopo.dsl.problems.expectation;

import java.util.Optional;

/** How a resource can be expected to end. */
public enum ExpectedState {
    /** vfio-pci maps all of it. */
    MAPPED("mapped"),
    /** vfio-pci maps parts of it. */
    PARTLY_MAPPED("partly mapped"),
    /** vfio-pci maps nothing of it. */
    EMULATED("emulated"),
    /** It has a place, whoever gave it. */
    ASSIGNED("assigned"),
    /** It found no place. */
    UNASSIGNED("unassigned"),
    /** It kept firmware's place. */
    CLAIMED("claimed"),
    /** It has a place other than firmware's. */
    MOVED("moved"),
    /** It is never moved. */
    FIXED("fixed"),
    /** A window that nothing needs. */
    DISABLED("disabled"),
    /** A shadow ROM. */
    SHADOW("shadow");

    private final String text;

    ExpectedState(String text) {
        this.text = text;
    }

    /** As the language writes it. */
    public String text() {
        return text;
    }

    /** The inverse of {@link #text}. */
    public static Optional<ExpectedState> parse(String text) {
        for (ExpectedState candidate : values()) {
            if (candidate.text.equals(text)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether it is about vfio-pci rather than about a place. */
    public boolean isMapping() {
        return ordinal() <= EMULATED.ordinal();
    }
}
