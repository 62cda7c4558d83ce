package org.pcitopo.dsl.problems.simulation;

import java.util.Optional;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Guest;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/** A BAR that a guest cannot reach directly, or not wholly, because it holds the MSI-X table (behaviour specification 7.3, 7.4). */
public final class MsixTableTrapsBar implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI305", "the MSI-X table keeps a BAR from the guest");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final long SMALLEST_PAGE = 0x1000;

    @Override
    public void check(BootContext boot, Report report) {
        for (Mapping mapping : boot.simulation().mappings()) {
            boot.function(mapping.function()).flatMap(function -> function.description().msix())
                    .filter(table -> table.tableBar() == mapping.bar())
                    .ifPresent(table -> check(boot, mapping, table, report));
        }
    }

    private static void check(BootContext boot, Mapping mapping, MsixTable table, Report report) {
        long page = boot.boot().pageSize();
        boolean refused = mapping.reason().filter(reason -> reason == Reason.MSIX_TABLE).isPresent();
        boolean trapped = mapping.guest() == Guest.TRAPPED_PAGE && Unsigned.less(SMALLEST_PAGE, page);
        Optional<AssignedResource> bar = boot.resource(BootContext.keyOf(mapping)).filter(found -> found.range().isPresent());
        if (bar.isEmpty() || !refused && !trapped || !boot.passthrough().contains(mapping.function())) {
            return;
        }
        long from = Unsigned.alignDown(table.tableOffset(), page);
        long to = Unsigned.min(Unsigned.alignUp(table.tableOffset() + table.tableSize(), page), bar.get().hardwareSize()) - 1;
        boolean whole = from == 0 && to == bar.get().hardwareSize() - 1;
        String extent = "[" + Literals.addressText(from) + "-" + Literals.addressText(to) + "]";
        report.add(Finding.of(KIND, boot.region(bar.get().key()), bar.get().key().name() + " ("
                + Quantities.size(bar.get().hardwareSize()) + ") of " + boot.nameOf(mapping.function())
                + " holds the MSI-X table" + (whole ? ", and its pages of " + Quantities.size(page) + " cover all of it"
                        : " in the pages " + extent) + Finding.IN_BOOTS + ": "
                + (refused ? "those pages cannot be mapped on Linux " + Finding.KERNELS + " (they can on 4.16 and newer)"
                        : "the VMM has to trap those pages to emulate the table")
                + ", so every guest access to the registers there exits to the VMM")
                .withSeverity(whole ? Severity.WARNING : Severity.INFO)
                .withHelp("QEMU's x-msix-relocation=auto moves the emulated table to another BAR (QEMU 2.12 and newer); pages of 4K "
                        + "cover less")
                .about(mapping.function(), mapping.bar()).in(boot.id()));
    }
}
