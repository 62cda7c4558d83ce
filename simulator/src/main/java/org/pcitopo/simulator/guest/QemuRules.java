package org.pcitopo.simulator.guest;

import java.util.Optional;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * QEMU from 2.12 (behaviour specification 7.4): it lays its own MSI-X table over the device's, in whole host pages, and maps a BAR
 * smaller than a page where the guest gives it a page of its own.
 */
record QemuRules(GuestMachine machine, long pageSize) implements VmmRules {

    @Override
    public GuestBar mapped(HostBar bar) {
        TrappedPages pages = trapped(bar);
        if (pages.isAll()) {
            return bar.emulated("QEMU answers for the " + bar.structures() + ", and everything of this BAR is in the same " + page()
                    + ", so every access exits to it.", relocation(bar));
        }
        if (!pages.areas().isEmpty()) {
            return bar.trapped(pages.areas(), "Direct, but for the pages of the " + bar.structures() + ", for which QEMU answers.");
        }
        if (Unsigned.lessOrEqual(pageSize, bar.size())) {
            return bar.direct(bar.size(), "Direct: it covers whole pages.");
        }
        return subPage(bar);
    }

    /** A pseries guest has its interrupts from the hypervisor, and QEMU then leaves the table to the device. */
    private TrappedPages trapped(HostBar bar) {
        TrappedPages pages = new TrappedPages(bar.size(), pageSize);
        pages.addAllBut(bar.mapping().areas());
        if (!machine.isPseries()) {
            bar.msix().filter(table -> bar.hasTable()).ifPresent(table -> pages.add(table.tableOffset(), table.tableSize()));
            bar.msix().filter(table -> bar.hasPendingBits()).ifPresent(table -> pages.add(table.pbaOffset(), table.pbaSize()));
        }
        return pages;
    }

    /** Where vfio-pci maps the table at all, QEMU can show it to the guest in another BAR and leave this one alone. */
    private Optional<String> relocation(HostBar bar) {
        return bar.msix().map(MsixTable::tableBar).filter(tableBar -> bar.hasTable() && bar.mapping().msixMappable())
                .map(tableBar -> new VmmOptions(machine).relocateTable(bar.mapping().function(), bar.freeBar().orElse(tableBar)));
    }

    private GuestBar subPage(HostBar bar) {
        String needs = "It is smaller than a " + page() + " of the host: QEMU maps it while the guest has it at the start of such a page and "
                + "has nothing else there";
        if (machine.isPseries()) {
            return bar.direct(bar.size(), needs + ", and SLOF gives every BAR a multiple of 64K.");
        }
        if (Unsigned.isAligned(bar.offset(), pageSize) && bar.alone()) {
            return bar.direct(bar.size(), needs + ", as firmware places it.");
        }
        String entry = "pci=resource_alignment=" + Unsigned.log2(pageSize) + "@pci:"
                + String.format("%04x:%04x", bar.ids().vendor(), bar.ids().device());
        return bar.emulated(needs + ". Firmware packs the BARs of a function.", Optional.of(entry + " on the guest's kernel command line"));
    }
}
