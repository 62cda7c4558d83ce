package org.pcitopo.dsl.problems.commandline;

import java.util.List;
import java.util.stream.Collectors;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Unsigned;

/** What the command line parser noticed in one boot, on the characters where it stands. */
final class CommandLineReport {

    private static final String ENTRY_ENDS = ";,= \t\n";
    private static final KernelRules NEWEST = KernelRules.mainline(KernelRelease.NEWEST);

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

    /** The fix that takes out the whole entry of {@code resource_alignment=} that {@code found} is about. */
    Finding withoutEntry(Finding finding, CommandLineFinding found, String title) {
        CommandLineEdit entry = entry(found, "");
        return change(finding, Removal.of(boot.boot().commandLine(), entry.from(), entry.to()), title);
    }

    /** The fix that writes {@code replacement} in the place of that entry. */
    Finding withEntry(Finding finding, CommandLineFinding found, String replacement, String title) {
        return change(finding, entry(found, replacement), title);
    }

    /** That entry, as written. */
    String entry(CommandLineFinding found) {
        CommandLineEdit entry = entry(found, "");
        return boot.boot().commandLine().substring(entry.from(), entry.to());
    }

    private CommandLineEdit entry(CommandLineFinding found, String replacement) {
        String line = boot.boot().commandLine();
        int from = found.offset();
        while (from > 0 && ENTRY_ENDS.indexOf(line.charAt(from - 1)) < 0) {
            from--;
        }
        int to = Math.max(found.offset(), found.offset() + found.length());
        while (to < line.length() && ENTRY_ENDS.indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return new CommandLineEdit(from, to, replacement);
    }

    /** The same entry with the functions that it means in newer releases, by address; none where it means none. */
    Finding byAddress(Finding finding, CommandLineFinding found) {
        String written = entry(found);
        String order = written.contains("@") ? written.substring(0, written.indexOf('@') + 1) : "";
        List<AlignmentEntry> read = AlignmentRequests.of(new Token(0, written), NEWEST,
                boot.simulation().topology().platform().architecture()).entries();
        List<String> entries = read.isEmpty() ? List.of() : boot.simulation().assignment().functions().stream()
                .filter(function -> read.get(0).selector().match(target(function)) == Selector.Outcome.MATCH)
                .map(function -> order + function.address()).toList();
        return entries.isEmpty() ? finding : withEntry(finding, found, String.join(";", entries), "write " + String.join(";", entries));
    }

    /** The same entry with the ids of the functions that are handed to guests; none where these would lose by it, or there are none. */
    Finding byPassthrough(Finding finding, CommandLineFinding found) {
        String written = entry(found);
        String order = written.substring(0, written.indexOf('@') + 1);
        String suffix = boot.boot().commandLine().substring(found.offset() + found.length(), entry(found, "").to());
        String entries = boot.simulation().assignment().functions().stream().filter(function -> boot.passthrough().contains(function.address()))
                .map(function -> order + "pci:" + function.description().ids() + suffix).distinct().collect(Collectors.joining(";"));
        boolean keepsAll = !entries.isEmpty() && boot.trials().with(entry(found, entries).applyTo(boot.boot().commandLine()))
                .filter(after -> Gains.between(boot.simulation(), after).lost().stream().noneMatch(bar -> boot.passthrough().contains(bar.function())))
                .isPresent();
        return keepsAll ? withEntry(finding, found, entries, "write " + entries + ", which names only what is handed to guests") : finding;
    }

    private MatchTarget target(EnumeratedFunction function) {
        return function.target(boot::function);
    }

    /** The same entry with an order that asks for one page. */
    Finding withPageOrder(Finding finding, CommandLineFinding found) {
        String written = entry(found);
        int at = written.indexOf('@');
        String entry = Unsigned.log2(boot.boot().pageSize()) + (at < 0 ? "" : written.substring(at));
        return at < 0 ? finding : withEntry(finding, found, entry, "write " + entry + ", which asks for one page");
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
