package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.kernel.Behaviour;

/** Alignment requests on a machine whose firmware assignment has to be kept. */
public final class RequestsIgnored implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI222", "all alignment requests are ignored");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        AlignmentRequests requests = boot.options().alignmentRequests();
        boolean obeys = boot.boot().rules().has(Behaviour.REQUESTS_RESPECT_FIRMWARE)
                || boot.boot().rules().has(Behaviour.NORESIZE_AND_WILDCARDS);
        if (!requests.text().isEmpty() && boot.simulation().topology().platform().probeOnly() && obeys) {
            TextRegion region = boot.commandLineRegion(requests.text().offset(), requests.text().end());
            Finding finding = Finding.of(KIND, region, "the platform says probe-only: firmware's assignment has to be kept, and the "
                    + "kernel ignores every alignment request")
                    .withHelp("remove resource_alignment, or find out whether the device tree really sets linux,pci-probe-only")
                    .in(boot.id());
            CommandLineEdit removal = Removal.of(boot.boot().commandLine(), requests.text().offset(), requests.text().end());
            report.add(new CommandLineReport(boot).change(finding, removal, "remove resource_alignment"));
        }
    }
}
