package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;

/** A window that is reversed, empty, or has no addresses where some are needed. */
public final class NoRange implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI116", "a window is reversed or empty");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_RANGE, KIND, report);
    }
}
