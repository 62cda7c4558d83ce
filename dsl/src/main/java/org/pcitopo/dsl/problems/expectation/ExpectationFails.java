package org.pcitopo.dsl.problems.expectation;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.ResourceKey;

/** An {@code expect} line that does not hold. */
public final class ExpectationFails implements BootRule {

    static final ProblemKind KIND = ProblemKind.error("PCI401", "an expectation fails");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (ExpectationResult result : Expectations.of(boot)) {
            if (!result.passed() && !result.evaluation().matchesNothing()) {
                Finding finding = Finding.of(KIND, result.region(), result.message()).in(boot.id());
                Evaluation.Failure first = result.evaluation().failures().get(0);
                TextRegion culprit = first.resource().map(name -> boot.region(new ResourceKey(first.function(), name)))
                        .orElseGet(() -> boot.region(first.function()));
                report.add(finding.withRelated(culprit, "the first that differs").about(first.function())
                        .withHelp("mend the machine or its command line, or write what really holds; 'pcitopo simulate' shows it"));
            }
        }
    }
}
