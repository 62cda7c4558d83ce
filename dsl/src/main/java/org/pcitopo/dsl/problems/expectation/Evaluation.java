package org.pcitopo.dsl.problems.expectation;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * What became of an expectation.
 *
 * @param considered how many resources or functions it was about
 * @param failures those of which it does not hold
 */
public record Evaluation(int considered, List<Failure> failures) {

    public Evaluation {
        failures = List.copyOf(failures);
    }

    /**
     * A resource or function of which the expectation does not hold.
     *
     * @param function its function
     * @param resource which resource, empty where it is about the function
     * @param actual what holds instead, such as {@code is emulated because page-shared}
     */
    public record Failure(PciAddress function, Optional<ResourceName> resource, String actual) {
    }

    /** Whether the expectation holds; it never does where it is about nothing. */
    public boolean passed() {
        return considered > 0 && failures.isEmpty();
    }

    /** Whether there is nothing that it is about. */
    public boolean matchesNothing() {
        return considered == 0;
    }
}
