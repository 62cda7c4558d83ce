package org.pcitopo.simulator.guest;

import java.util.Optional;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Cloud Hypervisor from release 52 ({@code pci/src/vfio.rs}): it moves an MSI-X table that does not begin a page behind the end of
 * a 64-bit BAR, cuts the table's pages out of other BARs, and maps a smaller BAR as a whole page.
 */
record CloudHypervisorRules(GuestMachine machine, long pageSize) implements VmmRules {

    @Override
    public GuestBar mapped(HostBar bar) {
        if ((bar.hasTable() || bar.hasPendingBits()) && !bar.mapping().msixMappable()) {
            return bar.emulated("It holds the " + bar.structures() + ", and this host's kernel (before 4.16) does not let Cloud Hypervisor map it.",
                    Optional.empty());
        }
        Optional<MsixTable> table = bar.msix().filter(one -> bar.hasTable());
        if (table.isPresent() && bar.type().is64Bit() && !Unsigned.isAligned(table.get().tableOffset(), pageSize)) {
            return bar.direct(enlarged(bar, table.get()), "Direct: the MSI-X table does not begin a " + page()
                    + ", so the guest finds it in the upper half of a BAR of twice the size.");
        }
        TrappedPages pages = new TrappedPages(bar.size(), pageSize);
        table.ifPresent(one -> pages.add(one.tableOffset(), one.tableSize()));
        bar.msix().filter(one -> bar.hasPendingBits()).ifPresent(one -> pages.add(one.pbaOffset(), one.pbaSize()));
        if (pages.isAll()) {
            return bar.emulated("Cloud Hypervisor answers for the " + bar.structures() + ", and everything of this BAR is in the same "
                    + page() + ".", Optional.empty());
        }
        if (!pages.areas().isEmpty()) {
            return bar.trapped(pages.areas(), "Direct, but for the pages of the " + bar.structures() + ", for which Cloud Hypervisor answers.");
        }
        if (Unsigned.lessOrEqual(pageSize, bar.size())) {
            return bar.direct(bar.size(), "Direct: it covers whole pages.");
        }
        return bar.type().is64Bit()
                ? bar.direct(bar.size(), "Direct: Cloud Hypervisor gives a 64-bit BAR a " + page() + " of its own.")
                : bar.emulated("Cloud Hypervisor puts a 32-bit BAR at a multiple of its size; where that does not begin a " + page()
                        + ", KVM refuses to map it and the function is not attached.",
                        Optional.of(new VmmOptions(machine).doNotMap(bar.mapping().function(), bar.index())));
    }

    /** {@code fixup_msix_region}: twice the BAR, or twice the pages of table and pending bits where that is more. */
    private long enlarged(HostBar bar, MsixTable table) {
        long structures = Unsigned.alignUp(table.tableSize() + table.pbaSize(), pageSize);
        return Unsigned.max(2 * bar.size(), 2 * structures);
    }
}
