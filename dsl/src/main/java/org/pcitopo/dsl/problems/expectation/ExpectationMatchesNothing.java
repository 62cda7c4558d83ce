package org.pcitopo.dsl.problems.expectation;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;

/** An {@code expect} line that is about nothing: it would hold whatever happens, so it fails. */
public final class ExpectationMatchesNothing implements BootRule {

    static final ProblemKind KIND = ProblemKind.error("PCI402", "an expectation is about nothing");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (ExpectationResult result : Expectations.of(boot)) {
            if (result.evaluation().matchesNothing()) {
                report.add(Finding.of(KIND, result.region(), result.message())
                        .withHelp("name functions and resources that this host has").in(boot.id())
                        .withFix(boot.lowered().text().flatMap(text -> Mends.remove("remove the expectation", text, result.region()))));
            }
        }
    }
}
