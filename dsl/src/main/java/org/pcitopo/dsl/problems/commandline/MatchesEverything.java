package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An entry whose ids are all 0, which matches every function. */
public final class MatchesEverything implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI216", "an entry matches every function, bridges included");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.MATCHES_EVERYTHING)) {
            Finding finding = line.at(KIND, found, "0 stands for any id, so this entry matches every function of the machine; bridges too: "
                    + "firmware's windows of a bridge that is matched are forgotten and sized anew")
                    .withHelp("name the ids or addresses of the functions that need it");
            report.add(line.byPassthrough(finding, found));
        }
    }
}
