package org.pcitopo.simulator.explain;

import java.util.List;
import org.pcitopo.simulator.assign.AssignedResource;
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
        if (reason == Mapping.Reason.UNASSIGNED) {
            return "There is nothing to map: it has no address.";
        }
        String linux = "Linux " + machine.simulation().boot().rules().release();
        return (mapping.verdict() == Verdict.PARTLY_MAPPED ? "vfio-pci maps only a part of it: " : "vfio-pci does not map it: ")
                + MappingWords.why(mapping, reason, bar, pageSize(), linux, machine::nameOf) + ".";
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
