package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;

/** A register or BAR number that no function has. */
public final class NoSuchRegister implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI115", "there is no such BAR register");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_SUCH_BAR, KIND, report);
    }
}
