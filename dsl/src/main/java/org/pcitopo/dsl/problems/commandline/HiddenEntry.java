package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An entry whose functions all match an earlier one. */
public final class HiddenEntry implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI218", "an earlier entry hides this one");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.HIDDEN)) {
            Finding finding = line.at(KIND, found, "every function that '" + found.detail("entry") + "' matches is matched by '"
                    + found.detail("by") + "' before, and the first match decides; this entry has no effect");
            report.add(line.removable(finding, found, "remove it, or put it first"));
        }
    }
}
