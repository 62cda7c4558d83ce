package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.service.DocumentError;

/** Text that is not of the language. The statement that it stands in is skipped, the rest goes on. */
public final class SyntaxError implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI001", "the text is not of the language");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, DocumentError.Kind.SYNTAX, KIND, report);
    }
}
