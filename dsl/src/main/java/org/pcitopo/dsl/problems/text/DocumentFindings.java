package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.service.DocumentError;

/** Passes on what the parser, the linker and the lowering noticed. */
public final class DocumentFindings {

    private DocumentFindings() {
    }

    /** Reports the errors of one sort that were noticed when the text was read. */
    static void report(FileContext file, DocumentError.Kind sort, ProblemKind kind, Report report) {
        for (DocumentError error : file.document().errors()) {
            if (error.kind() == sort) {
                Finding finding = Finding.of(kind, error.region(), error.message());
                for (DocumentError.Change change : error.changes()) {
                    finding = finding.withFix(Fix.replace(change.title(), change.region(), change.text()));
                }
                report.add(finding);
            }
        }
    }

    /** Reports the problems of one sort that were noticed when the model became a machine. */
    public static void report(FileContext file, LoweringProblem.Kind sort, ProblemKind kind, Report report) {
        file.document().lowered().problems().stream().filter(problem -> problem.kind() == sort)
                .forEach(problem -> report.add(Finding.of(kind, problem.region(), problem.message())));
    }
}
