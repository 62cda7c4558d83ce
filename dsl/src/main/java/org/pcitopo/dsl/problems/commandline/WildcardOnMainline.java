package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** A wildcard, which only the 2016 series reads. */
public final class WildcardOnMainline implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI209", "no released kernel reads wildcards");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.WILDCARD)) {
            Finding finding = line.at(KIND, found, "no released kernel reads '*' in an address (only the 2016 series, 'rules "
                    + "vfio-mmap-v4', did); the list ends here" + Dead.entries(found))
                    .withHelp("name the functions, or match them by ids: 'pci:0:0' matches every function, bridges included");
            report.add(line.withoutEntry(finding, found, "remove the entry"));
        }
    }
}
