package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;

/** Bus numbers that cannot be. */
public final class ImpossibleBus implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI104", "a bus number cannot be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.IMPOSSIBLE_BUS, KIND, report);
    }
}
