package org.pcitopo.simulator.explain;

import java.util.List;
import java.util.function.Function;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;

/** Why vfio-pci does not map a BAR, or not all of it, as a part of a sentence. Explanations and messages say it alike. */
public final class MappingWords {

    private MappingWords() {
    }

    /**
     * Why {@code reason} holds for {@code bar}: {@code it begins the 64K page 0x0-0xffff, but b BAR 0 uses that page as well}.
     *
     * @param bar with an address, unless {@code reason} is that there is none
     * @param pageSize of the kernel, bytes
     * @param linux what to call the kernel: {@code Linux 6.12}
     * @param nameOf what to call other resources
     */
    public static String why(Mapping mapping, Mapping.Reason reason, AssignedResource bar, long pageSize, String linux,
            Function<ResourceKey, String> nameOf) {
        long start = bar.range().map(AddressRange::start).orElse(0L);
        String thePage = "the " + Words.size(pageSize) + " page " + Words.range(AddressRange.pageOf(start, pageSize));
        List<String> names = mapping.sharedWith().stream().map(nameOf).toList();
        String others = Words.list(names) + (names.size() == 1 ? " uses" : " use");
        return switch (reason) {
            case UNALIGNED -> "it starts at " + Words.address(start) + ", inside " + thePage
                    + (names.isEmpty() ? " and not at its beginning" : ", which " + others + " as well");
            case PAGE_SHARED -> "it begins " + thePage + ", but "
                    + (names.isEmpty() ? "something else is reserved in it" : others + " that page as well");
            case NO_PAGE_LEFT -> "it begins " + thePage + ", but its window ends before that page does";
            case SUB_PAGE -> "it is smaller than a page of " + Words.size(pageSize) + ", and no such BAR is mapped on " + linux
                    + " (on 4.8 and newer where it has its page to itself)";
            case MSIX_TABLE -> "the MSI-X table lies in it, and no page that holds one is handed out on " + linux + " (on 4.16 and newer it is)";
            case NON_MAPPABLE_DEVICE -> "BARs of this device are never mapped on " + linux;
            case IO -> "I/O ports cannot be mapped";
            case UNASSIGNED -> "it has no address";
        };
    }
}
