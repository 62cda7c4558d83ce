package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An option of pci= that other releases have. */
public final class OptionOfOtherRelease implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI203", "the option exists only in other releases");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.OPTION_OF_OTHER_RELEASE)) {
            String option = found.detail("option");
            String until = found.detail("before");
            Finding finding = line.at(KIND, found, "'" + option + "' exists "
                    + (until.isEmpty() ? "since Linux " + found.detail("since") : "from Linux " + found.detail("since")
                            + " to before " + until)
                    + "; it is ignored by Linux " + Finding.KERNELS);
            report.add(line.removable(finding, found, "remove '" + option + "', or use another kernel"));
        }
    }
}
