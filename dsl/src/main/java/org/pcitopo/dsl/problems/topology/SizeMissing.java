package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;

/** A BAR or ROM of which nothing says how large it is. */
public final class SizeMissing implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI109", "nothing says how large a BAR is");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.SIZE_MISSING, KIND, report);
    }
}
