package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** Entries of an alignment list that a comma separates, which ends the list. */
public final class CommaBetweenEntries implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI206", "a comma ends the list of alignment requests");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.COMMA_BETWEEN_ENTRIES)) {
            Finding finding = line.at(KIND, found, "the comma before '" + found.detail("entry")
                    + "' ends the list: a comma separates options of pci=, so this is taken for an option, which the kernel does "
                    + "not know, and no alignment is asked here");
            report.add(line.change(finding, new CommandLineEdit(found.offset() - 1, found.offset(), ";"),
                    "write a semicolon instead of the comma"));
        }
    }
}
