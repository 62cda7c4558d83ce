package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An entry that cannot be read, is empty, or has text behind it; the list ends there. */
public final class MalformedEntry implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI213", "an entry cannot be read and ends the list");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.MALFORMED_ENTRY, Kind.EMPTY_ENTRY, Kind.JUNK_ENDS_LIST)) {
            String what = switch (found.kind()) {
                case EMPTY_ENTRY -> "there is nothing between two separators; the list ends here";
                case JUNK_ENDS_LIST -> "'" + found.detail("text") + "' behind the entry ends the list here without a word";
                default -> "'" + found.detail("entry") + "' cannot be read: the kernel logs an error for every function that no "
                        + "earlier entry matches, and the list ends here";
            };
            Finding finding = line.at(KIND, found, what + Dead.entries(found));
            boolean whole = found.kind() == Kind.MALFORMED_ENTRY;
            report.add(whole ? line.withoutEntry(finding.withHelp("an entry is ORDER@ADDRESS, such as 16@0000:01:00.0, or since Linux 4.8 "
                    + "ORDER@pci:VENDOR:DEVICE; the order is decimal and may be left out"), found, "remove the entry")
                    : line.removable(finding, found, "remove it"));
        }
    }
}
