package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An entry that changes no BAR of its functions. */
public final class EntryChangesNothing implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI219", "an entry changes nothing");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.CHANGES_NOTHING)) {
            Finding finding = line.at(KIND, found, "'" + found.detail("entry") + "' changes nothing: every memory BAR of the "
                    + "functions that it matches has at least "
                    + Quantities.size(Long.parseUnsignedLong(found.detail("alignment"))) + " already");
            report.add(line.removable(finding, found, "remove it"));
        }
    }
}
