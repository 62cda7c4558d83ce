package org.pcitopo.simulator.explain;

import java.util.List;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** What vfio-pci makes of a BAR, and what the guest gets. */
final class MappingSteps {

    private static final String PROBE = "drivers/vfio/pci/vfio_pci_core.c, vfio_pci_probe_mmaps";
    private static final String REGIONS = "drivers/vfio/pci/vfio_pci_core.c, vfio_pci_ioctl_get_region_info";

    private final Case machine;
    private final AssignedResource bar;

    MappingSteps(Case machine, AssignedResource bar) {
        this.machine = machine;
        this.bar = bar;
    }

    List<Step> steps() {
        return machine.mapping(bar.key()).filter(mapping -> mapping.verdict() != Verdict.NONE)
                .map(mapping -> List.of(new Step(Topic.MAPPING, verdict(mapping), source(mapping)),
                        new Step(Topic.GUEST, guest(mapping), "hw/vfio of QEMU; other VMMs do the same")))
                .orElse(List.of());
    }

    private static String source(Mapping mapping) {
        return mapping.reason().filter(reason -> reason == Mapping.Reason.MSIX_TABLE || reason == Mapping.Reason.IO).isPresent()
                ? REGIONS : PROBE;
    }

    private String verdict(Mapping mapping) {
        return mapping.reason().map(reason -> reason(mapping, reason)).orElseGet(this::success);
    }

    private String success() {
        long pageSize = pageSize();
        return Unsigned.lessOrEqual(pageSize, bar.hardwareSize()) || Unsigned.lessOrEqual(pageSize, bar.size())
                ? "vfio-pci maps it: it covers whole pages of " + Words.size(pageSize) + "."
                : "vfio-pci maps it: it is smaller than a page of " + Words.size(pageSize) + ", but begins one and has it to itself.";
    }

    private String reason(Mapping mapping, Mapping.Reason reason) {
        long start = bar.range().map(AddressRange::start).orElse(0L);
        AddressRange page = AddressRange.pageOf(start, pageSize());
        String thePage = "the " + Words.size(pageSize()) + " page " + Words.range(page);
        List<String> names = mapping.sharedWith().stream().map((ResourceKey key) -> machine.nameOf(key)).toList();
        String others = Words.list(names) + (names.size() == 1 ? " uses" : " use");
        String kernel = "Linux " + machine.simulation().boot().rules().release();
        return switch (reason) {
            case UNALIGNED -> "vfio-pci does not map it: it starts inside " + thePage
                    + (names.isEmpty() ? " and not at its beginning." : ", which " + others + " as well.");
            case PAGE_SHARED -> "vfio-pci does not map it: it begins " + thePage + ", but "
                    + (names.isEmpty() ? "something else is reserved in it." : others + " that page as well.");
            case NO_PAGE_LEFT -> "vfio-pci does not map it: it begins " + thePage + ", but its window ends before that page does.";
            case SUB_PAGE -> "vfio-pci does not map it: it is smaller than a page, and " + kernel + " maps no such BAR (4.8 and newer do).";
            case MSIX_TABLE -> "vfio-pci maps "
                    + (mapping.areas().isEmpty() ? "nothing of it" : "it but for the pages of the MSI-X table") + ": the table lies in it, and "
                    + kernel + " hands out no page that holds one (4.16 and newer do).";
            case NON_MAPPABLE_DEVICE -> "vfio-pci does not map it: " + kernel + " never maps BARs of this device.";
            case IO -> "vfio-pci maps no I/O ports.";
            case UNASSIGNED -> "There is nothing to map: it has no address.";
        };
    }

    private String guest(Mapping mapping) {
        return switch (mapping.guest()) {
            case DIRECT -> "The guest reaches it directly.";
            case TRAPPED_PAGE -> Unsigned.lessOrEqual(bar.size(), pageSize())
                    ? "The VMM answers for the page of the MSI-X table, and that is all of it: every access of the guest exits, unless the VMM"
                            + " shows the table elsewhere ('pcitopo guest')."
                    : "The guest reaches it directly, but for the page of the MSI-X table, which the VMM answers for.";
            case EMULATED -> "Every access of the guest exits to the VMM, which reads or writes the device for it.";
        };
    }

    private long pageSize() {
        return machine.simulation().boot().pageSize();
    }
}
