package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** An entry by ids on a kernel before 4.8. */
public final class IdsTooNew implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI208", "the kernel does not read pci: ids");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.IDS_TOO_NEW)) {
            Finding finding = line.at(KIND, found, "entries by ids ('pci:vendor:device') are read since Linux " + found.detail("since")
                    + "; this one cannot be read by Linux " + Finding.KERNELS + ", and the list ends here")
                    .withHelp("name the functions by their addresses");
            report.add(line.byAddress(finding, found));
        }
    }
}
