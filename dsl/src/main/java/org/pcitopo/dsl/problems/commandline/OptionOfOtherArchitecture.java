package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An option of pci= that exists only on other architectures. */
public final class OptionOfOtherArchitecture implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI202", "the option exists only on other architectures");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.OPTION_OF_OTHER_ARCHITECTURE)) {
            String option = found.detail("option");
            String architecture = boot.simulation().topology().platform().architecture().id();
            Finding finding = line.at(KIND, found, "'" + option + "' exists only on " + found.detail("architectures")
                    + "; a kernel for " + architecture + " ignores it");
            report.add(line.removable(finding, found, "remove '" + option + "'"));
        }
    }
}
