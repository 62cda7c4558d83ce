package org.pcitopo.dsl.problems.commandline;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.cmdline.AlignmentEntry;

/** An entry without which more BARs would have a place or could be mapped. */
public final class EntryMakesThingsWorse implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI220", "an entry makes things worse");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final int MOST_NAMED = 4;

    @Override
    public void check(BootContext boot, Report report) {
        for (AlignmentEntry entry : boot.options().alignmentRequests().entries()) {
            if (entry.reached() && entry.selector().wellFormed() && !entry.text().isEmpty()) {
                check(boot, entry, report);
            }
        }
    }

    private static void check(BootContext boot, AlignmentEntry entry, Report report) {
        CommandLineEdit removal = Removal.of(boot.boot().commandLine(), entry.text().offset(), entry.text().end());
        Optional<Simulation> without = boot.trials().with(removal.applyTo(boot.boot().commandLine()));
        if (without.isEmpty()) {
            return;
        }
        Gains gains = Gains.between(without.get(), boot.simulation());
        if (gains.lost().isEmpty() || !gains.won().isEmpty()) {
            return;
        }
        List<String> lost = gains.lost().stream().map(boot::shortNameOf).toList();
        report.add(new CommandLineReport(boot).change(Finding.of(KIND,
                boot.commandLineRegion(entry.text().offset(), entry.text().end()), "'" + entry.text().text()
                        + "' makes things worse: without it " + Quantities.list(lost, MOST_NAMED)
                        + " could be mapped, and with it nothing is won").in(boot.id()),
                removal, "remove it"));
    }
}
