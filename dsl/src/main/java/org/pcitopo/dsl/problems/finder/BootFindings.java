package org.pcitopo.dsl.problems.finder;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;

/**
 * What was found in one boot.
 *
 * @param findings in the order in which the rules found them
 * @param simulated what the boot comes to, empty where no machine can be like that
 * @param expectations in the order written
 */
record BootFindings(List<Finding> findings, Optional<SimulatedBoot> simulated, List<ExpectationResult> expectations) {
}
