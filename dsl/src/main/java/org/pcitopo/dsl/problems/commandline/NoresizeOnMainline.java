package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** The suffix :noresize, which only the 2016 series reads. */
public final class NoresizeOnMainline implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI210", "no released kernel reads :noresize");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.NORESIZE_ON_ADDRESS, Kind.NORESIZE_ON_IDS)) {
            boolean byIds = found.kind() == Kind.NORESIZE_ON_IDS;
            Finding finding = line.at(KIND, found, "no released kernel reads ':noresize' (only the 2016 series, 'rules "
                    + "vfio-mmap-v4', did); " + (byIds
                            ? "the entry applies as if it were not there, with BARs enlarged, and the list ends here for all others"
                            : "the entry cannot be read, and the list ends here") + Dead.entries(found));
            report.add(line.replaceable(finding, found, "", "remove ':noresize'"));
        }
    }
}
