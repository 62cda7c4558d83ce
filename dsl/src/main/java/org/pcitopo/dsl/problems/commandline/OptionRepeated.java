package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An option that a later occurrence replaces wholly. */
public final class OptionRepeated implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI204", "an option is given twice, and the last one counts");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.OPTION_REPEATED)) {
            String option = found.detail("option");
            int last = Integer.parseInt(found.detail("last"));
            Finding finding = line.at(KIND, found, option + " is given again further on; the last one replaces this one wholly, "
                    + "nothing is put together")
                    .withRelated(boot.commandLineRegion(last, last + option.length()), "this one counts");
            report.add(line.removable(finding, found, "remove this one; for a list, write all entries in one, separated by "
                    + "semicolons"));
        }
    }
}
