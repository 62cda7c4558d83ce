package org.pcitopo.dsl.problems.ignore;

import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.Ignore;
import org.pcitopo.dsl.problems.rule.IgnoreRule;
import org.pcitopo.dsl.problems.rule.Report;

/** A comment that keeps nothing back. */
public final class UnusedIgnore implements IgnoreRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI501", "an ignored problem is not there");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(List<UsedIgnore> ignores, Set<String> knownCodes, Report report) {
        for (UsedIgnore one : ignores) {
            Ignore ignore = one.ignore();
            if (!one.used() && !ignore.reason().isEmpty() && knownCodes.contains(ignore.code())) {
                String where = ignore.wholeFile() ? "in this file" : ignore.line() == 0 ? "behind this comment"
                        : "in line " + ignore.line();
                report.add(Finding.of(KIND, ignore.codeRegion(), "there is no " + ignore.code() + " " + where
                        + " that this comment could keep back; it would hide a new one")
                        .withFix(Fix.replace("remove the comment", ignore.comment(), "")));
            }
        }
    }
}
