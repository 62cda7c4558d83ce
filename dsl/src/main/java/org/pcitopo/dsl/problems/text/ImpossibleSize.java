package org.pcitopo.dsl.problems.text;

import java.util.List;
import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;

/** A page size or another size that cannot be. */
public final class ImpossibleSize implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI013", "a size cannot be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.IMPOSSIBLE_SIZE, KIND, finding -> {
            Finding with = finding;
            for (String size : List.of("4K", "16K", "64K")) {
                with = with.withFix(Fix.replace("write " + size, finding.region(), size));
            }
            report.add(with);
        });
    }
}
