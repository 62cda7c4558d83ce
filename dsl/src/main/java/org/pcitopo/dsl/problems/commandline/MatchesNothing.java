package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An entry that matches no function of the machine. */
public final class MatchesNothing implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI217", "an entry matches no function of the host");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.MATCHES_NOTHING)) {
            Finding finding = line.at(KIND, found, "no function of " + boot.simulation().topology().name() + " matches '"
                    + found.detail("entry") + "', so it has no effect");
            report.add(line.removable(finding, found, "remove it, or write an address or id of this host"));
        }
    }
}
