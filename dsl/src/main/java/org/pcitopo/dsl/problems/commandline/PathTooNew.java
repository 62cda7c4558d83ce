package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** A device path on a kernel before 4.19. */
public final class PathTooNew implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI207", "the kernel does not read device paths");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.PATH_TOO_NEW)) {
            Finding finding = line.at(KIND, found, "device paths are read since Linux " + found.detail("since") + "; '"
                    + found.detail("read") + "' is taken for the device by Linux " + Finding.KERNELS + ", and the list ends behind it")
                    .withHelp("name the function by its own address");
            report.add(line.byAddress(finding, found));
        }
    }
}
