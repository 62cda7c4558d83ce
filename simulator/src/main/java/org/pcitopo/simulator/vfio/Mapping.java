package org.pcitopo.simulator.vfio;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * What vfio-pci says of one BAR.
 *
 * @param function the function, a virtual one where VFs are enabled
 * @param bar BAR number, 0 to 5
 * @param verdict whether it can be mapped
 * @param reason why not, or not wholly
 * @param areas the parts that can be mapped, ascending
 * @param msixMappable the region's MSIX_MAPPABLE capability
 * @param guest how the guest reaches it
 * @param sharedWith the other resources in its page
 */
public record Mapping(PciAddress function, int bar, Verdict verdict, Optional<Reason> reason, List<Area> areas,
        boolean msixMappable, Guest guest, List<ResourceKey> sharedWith) {

    public Mapping {
        areas = List.copyOf(areas);
        sharedWith = List.copyOf(sharedWith);
    }

    /** Whether a BAR can be mapped. */
    public enum Verdict {
        MAPPED("mapped"), PARTLY_MAPPED("partly-mapped"), EMULATED("emulated"), NONE("none");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /** Why a BAR cannot be mapped, or not wholly. */
    public enum Reason {
        PAGE_SHARED("page-shared"), UNALIGNED("unaligned"), NO_PAGE_LEFT("no-page-left"), MSIX_TABLE("msix-table"),
        UNASSIGNED("unassigned"), IO("io"), NON_MAPPABLE_DEVICE("non-mappable-device"),
        /** Smaller than a page, on a kernel before 4.8, which never maps such a BAR. */
        SUB_PAGE("sub-page");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /** How a guest reaches a BAR: directly, with the MSI-X table's page trapped, or through the VMM. */
    public enum Guest {
        DIRECT("direct"), TRAPPED_PAGE("trapped-page"), EMULATED("emulated");

        private final String id;

        Guest(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /**
     * A part of a BAR that can be mapped.
     *
     * @param offset bytes from the BAR's start
     * @param size bytes
     */
    public record Area(long offset, long size) {
    }
}
