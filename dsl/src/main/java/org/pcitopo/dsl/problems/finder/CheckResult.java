package org.pcitopo.dsl.problems.finder;

import java.util.List;
import org.pcitopo.dsl.problems.Place;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;

/**
 * What is to be said of a file.
 *
 * @param problems by file (the file itself first), then by place
 * @param expectations every {@code expect} line in every boot, in the order written, then by boot
 * @param boots every boot that could be simulated, in the order written, a matrix expanded
 * @param ignored how many problems comments keep back
 */
public record CheckResult(List<Problem> problems, List<PlacedExpectation> expectations, List<CheckedBoot> boots, int ignored) {

    public CheckResult {
        problems = List.copyOf(problems);
        expectations = List.copyOf(expectations);
        boots = List.copyOf(boots);
    }

    /**
     * What became of an {@code expect} line, and where it stands.
     *
     * @param result what became of it
     * @param place where it is written
     */
    public record PlacedExpectation(ExpectationResult result, Place place) {
    }
}
