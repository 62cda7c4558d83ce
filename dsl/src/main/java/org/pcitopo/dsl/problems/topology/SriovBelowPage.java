package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.model.SrIov;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Unsigned;

/** VF BARs that are no whole pages, or a page size that the capability does not offer: no VF can be enabled (behaviour specification 2.3). */
public final class SriovBelowPage implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI123", "SR-IOV cannot be set up with this page size");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        long page = boot.boot().pageSize();
        for (Function function : boot.machine().functions()) {
            function.sriov().ifPresent(sriov -> check(boot, function, sriov, page, report));
        }
    }

    private static void check(BootContext boot, Function function, Sriov sriov, long page, Report report) {
        if (!sriov.pageSizes().isEmpty() && sriov.pageSizes().tailSet(page).isEmpty()) {
            TextRegion region = boot.machine().statement(function, SrIov.class).map(Regions::of)
                    .orElseGet(() -> boot.machine().region(function));
            report.add(Finding.of(KIND, region, "the largest page size that this SR-IOV capability offers is "
                    + Quantities.size(sriov.pageSizes().last()) + ", but the kernel has pages of " + Quantities.size(page)
                    + "; it sets up no VFs")
                    .withHelp("use a kernel with pages of " + Quantities.size(sriov.pageSizes().last()) + " or less")
                    .in(boot.id()));
            return;
        }
        for (Bar bar : sriov.vfBars()) {
            if (bar.size() != 0 && !Unsigned.isAligned(bar.size(), page)) {
                ResourceName name = ResourceName.vfBar(bar.index());
                report.add(Finding.of(KIND, boot.machine().region(function, name), name + " has "
                        + Quantities.size(bar.size()) + " for each VF, less than a page of " + Quantities.size(page)
                        + "; the kernel drops all VF BARs, and sriov_numvfs fails")
                        .withHelp("hardware rounds a VF BAR up to the system page size that it is told: write the size that it "
                                + "has on this kernel, " + Quantities.size(Unsigned.alignUp(bar.size(), page)))
                        .in(boot.id()));
            }
        }
    }
}
