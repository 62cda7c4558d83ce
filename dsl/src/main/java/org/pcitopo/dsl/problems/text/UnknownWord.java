package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;

/** A word that is no architecture, machine, rule set or kernel release. */
public final class UnknownWord implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI009", "a word is no architecture, machine, set of rules or release");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.UNKNOWN_WORD, KIND, report);
    }
}
