package org.pcitopo.dsl.problems.ignore;

import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.IgnoreRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Spelling;

/** A comment that ignores a code that does not exist. */
public final class UnknownCode implements IgnoreRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI503", "an ignored code does not exist");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(List<UsedIgnore> ignores, Set<String> knownCodes, Report report) {
        for (UsedIgnore one : ignores) {
            String code = one.ignore().code();
            if (!knownCodes.contains(code)) {
                Finding finding = Finding.of(KIND, one.ignore().codeRegion(), "no problem has the code " + code
                        + ", so this comment keeps nothing back")
                        .withHelp("the code stands in brackets in front of each message");
                report.add(Spelling.nearest(code, knownCodes).map(meant -> finding.withFix(Fix.replace("write " + meant, one.ignore().codeRegion(), meant)))
                        .orElseGet(() -> finding.withFix(Fix.replace("remove the comment", one.ignore().comment(), ""))));
            }
        }
    }
}
