package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;

/** A boot without a host, or a host whose architecture is not told: nothing can be simulated. */
public final class IncompleteMachine implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI010", "something is missing that a simulation needs");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_HOST, KIND, report);
        DocumentFindings.report(file, LoweringProblem.Kind.NO_ARCHITECTURE, KIND, report);
    }
}
