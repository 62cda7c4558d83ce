package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Something said twice in one body by a person: the last word counts, the first has no effect. */
public final class RepeatedStatement implements FileRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI012", "something is said twice");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (Repetitions.Repetition repetition : Repetitions.of(file)) {
            if (FactContradicted.sources(repetition).isEmpty()) {
                TextRegion superseded = Regions.of(repetition.before());
                report.add(Finding.of(KIND, superseded, repetition.subject()
                        + " is said again further down, and the last word counts; this has no effect")
                        .withRelated(Regions.of(repetition.after()), "this counts")
                        .withFix(Fix.replace("remove this statement", superseded, "")));
            }
        }
    }
}
