package org.pcitopo.dsl.problems.ignore;

import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.IgnoreRule;
import org.pcitopo.dsl.problems.rule.Report;

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
                report.add(Finding.of(KIND, one.ignore().codeRegion(), "no problem has the code " + code
                        + ", so this comment keeps nothing back")
                        .withHelp("the code stands in brackets in front of each message"));
            }
        }
    }
}
