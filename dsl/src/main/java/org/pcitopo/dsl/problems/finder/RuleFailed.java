package org.pcitopo.dsl.problems.finder;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FinderRule;
import org.pcitopo.dsl.problems.rule.Rule;
import org.pcitopo.dsl.source.TextRegion;

/** A rule that fails, or a simulation that does: an error of pcitopo itself. The other rules go on. */
public final class RuleFailed implements FinderRule {

    static final ProblemKind KIND = ProblemKind.error("PCI099", "pcitopo itself failed");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    static Finding finding(Rule rule, TextRegion region, RuntimeException failure) {
        return finding("the rule for " + rule.kind().code() + " (" + rule.kind().summary() + ")", region, failure);
    }

    static Finding finding(String what, TextRegion region, RuntimeException failure) {
        return Finding.of(KIND, region, what + " failed inside: " + failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")") + at(failure)
                + "; everything else was looked at")
                .withHelp("please report this with the file that shows it; 'ignore' comments and other rules go on working");
    }

    private static String at(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " in " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
