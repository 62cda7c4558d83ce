package org.pcitopo.dsl.problems;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Something that is wrong, or worth knowing.
 *
 * @param code stable, such as {@code PCI301}
 * @param severity how bad
 * @param message what is wrong and why it matters, for people
 * @param place the characters that it is about
 * @param related what else it has to do with
 * @param help how to mend it, in words
 * @param fixes how to mend it, as changes of the text
 * @param function the function that it is about
 * @param bar the BAR of {@code function} that it is about
 * @param boots the boots that it shows in; empty where it has nothing to do with one
 */
public record Problem(String code, Severity severity, String message, Place place, List<RelatedPlace> related,
        Optional<String> help, List<Fix> fixes, Optional<PciAddress> function, OptionalInt bar, List<BootId> boots) {

    public Problem {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
        boots = List.copyOf(boots);
    }

    /**
     * Something elsewhere that a problem has to do with.
     *
     * @param place where it stands
     * @param message what it is to the problem
     */
    public record RelatedPlace(Place place, String message) {
    }
}
