package org.pcitopo.dsl.problems.commandline;

import java.util.Optional;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Spelling;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptionTable;

/** An option of pci= that no kernel knows. */
public final class UnknownOption implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI201", "the kernel knows no such pci= option");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.UNKNOWN_OPTION)) {
            String option = found.detail("option");
            Finding finding = line.at(KIND, found, "the kernel knows no option '" + option
                    + "' of pci=; it says so in its log and ignores it");
            Optional<String> meant = Spelling.nearest(option, PciOptionTable.all().stream().map(PciOption::name).toList());
            report.add(meant.map(name -> line.replaceable(finding, found, name, "write " + name))
                    .orElseGet(() -> line.removable(finding, found, "remove '" + option + "'")));
        }
    }
}
