package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;

/** An address, id or name that means no function of the host, or several where it has to be one. */
public final class NoSuchFunction implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI011", "no function of the host is meant by this");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_SUCH_FUNCTION, KIND, report);
        DocumentFindings.report(file, LoweringProblem.Kind.WRONG_FUNCTION, KIND, report);
    }
}
