package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** An entry that the kernel never reaches. */
public final class DeadEntry implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI214", "the kernel never reaches an entry");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.DEAD_ENTRY)) {
            Finding finding = line.at(KIND, found, "the kernel never reaches '" + found.detail("entry") + "': the list ends at '"
                    + found.detail("behind") + "'")
                    .withHelp("mend that entry, or put it last");
            report.add(line.withoutEntry(finding, found, "remove this entry"));
        }
    }
}
