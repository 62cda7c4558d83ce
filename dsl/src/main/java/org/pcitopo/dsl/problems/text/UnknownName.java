package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.service.DocumentError;

/** A name that means nothing where it stands. */
public final class UnknownName implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI002", "a name means nothing here");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, DocumentError.Kind.UNKNOWN_NAME, KIND, report);
    }
}
