package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** A quote without partner, or pci= behind --. */
public final class MisplacedWord implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI221", "part of the command line does not reach the kernel as it stands");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.UNCLOSED_QUOTE, Kind.BEHIND_DOUBLE_DASH)) {
            boolean quote = found.kind() == Kind.UNCLOSED_QUOTE;
            report.add(line.at(KIND, found, quote
                    ? "a double quote has no partner, so this word goes on to the end of the command line and swallows what follows"
                    : "what stands behind '--' goes to init; the kernel does not see this pci=")
                    .withHelp(quote ? "close the quote, or remove it" : "write it before '--'"));
        }
    }
}
