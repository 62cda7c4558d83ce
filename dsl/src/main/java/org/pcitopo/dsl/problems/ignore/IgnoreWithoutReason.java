package org.pcitopo.dsl.problems.ignore;

import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.IgnoreRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.TextRegion;

/** A comment that keeps a problem back and does not say why. */
public final class IgnoreWithoutReason implements IgnoreRule {

    static final ProblemKind KIND = ProblemKind.error("PCI502", "an ignored problem has no reason");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(List<UsedIgnore> ignores, Set<String> knownCodes, Report report) {
        for (UsedIgnore one : ignores) {
            if (one.ignore().reason().isEmpty()) {
                report.add(Finding.of(KIND, one.ignore().comment(), "this comment does not say why " + one.ignore().code()
                        + " may be ignored, so it is not ignored; who reads it later could not tell whether it still may")
                        .withHelp("write the reason behind a colon: // ignore " + one.ignore().code() + ": what makes it "
                                + "acceptable here")
                        .withFix(Fix.replace("write a reason behind it", new TextRegion(one.ignore().comment().file(),
                                one.ignore().codeRegion().end(), 0), ": why this is fine")));
            }
        }
    }
}
