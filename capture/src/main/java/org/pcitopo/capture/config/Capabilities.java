package org.pcitopo.capture.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceName;

/** Reads MSI-X, SR-IOV and Resizable BAR. */
final class Capabilities {

    private static final int MSIX = 0x11;
    private static final int SRIOV = 0x10;
    private static final int SRIOV_VF_BARS = 0x24;
    private static final int RESIZABLE_BAR = 0x15;
    private static final int SMALLEST_PAGE_SHIFT = 12;
    private static final int SMALLEST_RESIZABLE_SHIFT = 20;

    private Capabilities() {
    }

    static Optional<MsixTable> msix(ConfigSpace config) {
        OptionalInt capability = config.capability(MSIX);
        if (capability.isEmpty() || !config.covers(capability.getAsInt(), 12)) {
            return Optional.empty();
        }
        int offset = capability.getAsInt();
        int vectors = (config.u16(offset + 2) & 0x7ff) + 1;
        long table = config.u32(offset + 4);
        long pba = config.u32(offset + 8);
        return Optional.of(new MsixTable(vectors, (int) (table & 7), table & ~7L, (int) (pba & 7), pba & ~7L));
    }

    static Optional<SriovFacts> sriov(ConfigSpace config) {
        OptionalInt capability = config.extendedCapability(SRIOV);
        if (capability.isEmpty() || !config.covers(capability.getAsInt(), 0x3c)) {
            return Optional.empty();
        }
        int offset = capability.getAsInt();
        SortedSet<Long> pageSizes = new TreeSet<>();
        long supported = config.u32(offset + 0x1c);
        for (int bit = 0; bit < 32; bit++) {
            if ((supported >>> bit & 1) != 0) {
                pageSizes.add(1L << bit + SMALLEST_PAGE_SHIFT);
            }
        }
        return Optional.of(new SriovFacts(config.u16(offset + 0x0e), config.u16(offset + 0x14), config.u16(offset + 0x16),
                config.u16(offset + 0x1a), pageSizes, Registers.toldTypes(config, offset + SRIOV_VF_BARS, 6)));
    }

    static SortedMap<ResourceName, Long> vfStarts(ConfigSpace config) {
        SortedMap<ResourceName, Long> starts = new TreeMap<>();
        OptionalInt capability = config.extendedCapability(SRIOV);
        if (capability.isPresent() && config.covers(capability.getAsInt(), 0x3c)) {
            Registers.addresses(config, capability.getAsInt() + SRIOV_VF_BARS, 6)
                    .forEach((index, address) -> starts.put(ResourceName.vfBar(index), address));
        }
        return starts;
    }

    static int numVfs(ConfigSpace config) {
        OptionalInt capability = config.extendedCapability(SRIOV);
        return capability.isPresent() ? config.u16(capability.getAsInt() + 0x10) : 0;
    }

    /** The sizes that each resizable BAR can take, by register. */
    static SortedMap<Integer, List<Long>> resizable(ConfigSpace config) {
        SortedMap<Integer, List<Long>> sizes = new TreeMap<>();
        OptionalInt capability = config.extendedCapability(RESIZABLE_BAR);
        if (capability.isEmpty()) {
            return sizes;
        }
        int offset = capability.getAsInt();
        int count = (int) (config.u32(offset + 8) >>> 5 & 7);
        for (int entry = 0; entry < count; entry++) {
            long control = config.u32(offset + 8 + 8 * entry);
            long supported = config.u32(offset + 4 + 8 * entry) >>> 4 | control >>> 16 << 28;
            int register = (int) (control & 7);
            if (register <= 5 && supported != 0) {
                sizes.put(register, sizesOf(supported));
            }
        }
        return sizes;
    }

    private static List<Long> sizesOf(long bits) {
        List<Long> sizes = new ArrayList<>();
        for (int bit = 0; bit + SMALLEST_RESIZABLE_SHIFT < 63; bit++) {
            if ((bits >>> bit & 1) != 0) {
                sizes.add(1L << bit + SMALLEST_RESIZABLE_SHIFT);
            }
        }
        return sizes;
    }
}
