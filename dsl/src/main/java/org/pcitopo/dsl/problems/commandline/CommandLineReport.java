package org.pcitopo.dsl.problems.commandline;

import java.util.List;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;

/** What the command line parser noticed in one boot, on the characters where it stands. */
final class CommandLineReport {

    private final BootContext boot;

    CommandLineReport(BootContext boot) {
        this.boot = boot;
    }

    /** The findings of these sorts, in the order of the text. */
    List<CommandLineFinding> findings(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return boot.commandLineFindings().stream().filter(finding -> wanted.contains(finding.kind())).toList();
    }

    /** A finding about the characters that {@code found} is about. */
    Finding at(ProblemKind kind, CommandLineFinding found, String message) {
        return Finding.of(kind, region(found), message).in(boot.id());
    }

    TextRegion region(CommandLineFinding found) {
        return boot.commandLineRegion(found.offset(), found.offset() + found.length());
    }

    /** The fix that takes out what {@code found} is about, with the separator that goes with it; none where nothing is written. */
    Finding removable(Finding finding, CommandLineFinding found, String title) {
        return change(finding, Removal.of(boot.boot().commandLine(), found.offset(), found.offset() + found.length()), title);
    }

    /** The fix that writes {@code replacement} in the place of what {@code found} is about. */
    Finding replaceable(Finding finding, CommandLineFinding found, String replacement, String title) {
        return change(finding, new CommandLineEdit(found.offset(), found.offset() + found.length(), replacement), title);
    }

    /** {@code finding} with a fix that makes {@code edit}, or with its title as help where nothing is written. */
    Finding change(Finding finding, CommandLineEdit edit, String title) {
        return edit.fix(boot, title).map(finding::withFix).orElseGet(() -> finding.withHelp(title));
    }
}
