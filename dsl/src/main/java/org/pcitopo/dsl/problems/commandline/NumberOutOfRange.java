package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** A number in an entry that no function has, or that loses its upper bits. */
public final class NumberOutOfRange implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI215", "a number in an entry is out of range");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.NEVER_MATCHES, Kind.TAKEN_FOR_ANOTHER, Kind.ID_TRUNCATED)) {
            String message = switch (found.kind()) {
                case NEVER_MATCHES -> found.detail("field") + " numbers end at " + found.detail("highest") + ", so "
                        + found.detail("field") + " " + found.detail("value") + " matches no function";
                case TAKEN_FOR_ANOTHER -> "the kernel drops the upper bits of " + found.detail("field") + " "
                        + found.detail("value") + " and takes it for " + found.detail("read");
                default -> "ids have 16 bits; the kernel takes " + found.detail("written") + " for " + found.detail("read");
            };
            Finding finding = line.at(KIND, found, message).withHelp("all numbers of an address or id are hexadecimal");
            report.add(line.withoutEntry(finding, found, "remove the entry"));
        }
    }
}
