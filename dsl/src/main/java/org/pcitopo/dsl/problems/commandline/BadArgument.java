package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** An argument that is no number or not one of the words expected, or has characters behind it that the kernel does not look at. */
public final class BadArgument implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI205", "the argument of an option cannot be read");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.BAD_ARGUMENT, Kind.TRAILING_TEXT)) {
            String option = found.detail("option");
            if (found.kind() == Kind.TRAILING_TEXT) {
                Finding finding = line.at(KIND, found, "the kernel does not look at '" + found.detail("text") + "' behind "
                        + option);
                report.add(line.replaceable(finding, found, "", "remove '" + found.detail("text") + "'"));
            } else {
                report.add(line.at(KIND, found, "'" + found.detail("argument") + "' is nothing that " + option
                        + " can take; the kernel reads it as 0, or leaves the option as it was")
                        .withHelp(help(option)));
            }
        }
    }

    private static String help(String option) {
        return switch (option) {
            case "realloc=" -> "write realloc=on or realloc=off";
            case "ecrc=" -> "write ecrc=bios, ecrc=on or ecrc=off";
            case "hpbussize=", "lastbus=" -> "write a number";
            default -> "write a size such as 2M or 0x200000";
        };
    }
}
