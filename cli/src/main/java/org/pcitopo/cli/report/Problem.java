package org.pcitopo.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that is wrong, or worth knowing.
 *
 * @param code stable, such as {@code PCI301}
 * @param severity how bad
 * @param message what is wrong and why it matters, for people
 * @param location where
 * @param related what else it has to do with
 * @param fix how to mend it, in words; empty where nobody knows
 * @param boots the boots that it shows in; empty where it has nothing to do with one
 * @param function the address of the function that it is about, empty where it is about none
 * @param bar the BAR of {@code function} that it is about, empty where it is about none
 */
public record Problem(String code, Severity severity, String message, Location location, List<Related> related,
        Optional<String> fix, List<BootName> boots, Optional<String> function, OptionalInt bar) {

    public Problem {
        related = List.copyOf(related);
        boots = List.copyOf(boots);
    }

    /** A problem that is about no function. */
    public static Problem of(String code, Severity severity, String message, Location location) {
        return new Problem(code, severity, message, location, List.of(), Optional.empty(), List.of(), Optional.empty(),
                OptionalInt.empty());
    }
}
