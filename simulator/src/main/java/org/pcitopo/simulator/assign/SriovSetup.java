package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads the VF BARs of a physical function ({@code sriov_init}; behaviour specification 2.3, 4.5, C10). */
final class SriovSetup {

    private static final long SMALLEST_SINGLE_PE = 32L << 20;

    private final Context context;

    SriovSetup(Context context) {
        this.context = context;
    }

    void read(Device device, Sriov capability) {
        if (!context.platform().configured("PCI_IOV", true) || !supports(capability)) {
            return;
        }
        List<Region> regions = capability.vfBars().stream().map(bar -> region(device, bar, capability.totalVfs())).toList();
        Optional<Ioda> ioda = device.bus.host.ioda();
        if (ioda.isEmpty() || regions.stream().allMatch(region -> fitIoda(region, ioda.get()))) {
            device.regions.addAll(regions);
        }
    }

    private static Region region(Device device, Bar bar, int totalVfs) {
        Region region = Region.of(new ResourceKey(device.address, ResourceName.vfBar(bar.index())));
        region.flags = Flags.of(bar.type()) | Flags.SIZEALIGN;
        Enumerator.place(region, bar.firmwareStart(), Unsigned.multiplySaturated(bar.size(), totalVfs));
        region.hardwareSize = bar.size();
        region.vfAlignment = bar.size();
        return region;
    }

    /** Whether the kernel finds a system page size, and all VF BARs are multiples of a page. */
    private boolean supports(Sriov capability) {
        SortedSet<Long> sizes = capability.pageSizes();
        boolean pageSizeOffered = sizes.isEmpty() || !sizes.tailSet(context.pageSize()).isEmpty();
        boolean wholePages = capability.vfBars().stream().allMatch(bar -> Unsigned.isAligned(bar.size(), context.pageSize()));
        return capability.totalVfs() > 0 && pageSizeOffered && wholePages;
    }

    /** Gives each VF a segment of its own on IODA; false where the kernel drops all VF BARs of the function. */
    private static boolean fitIoda(Region region, Ioda ioda) {
        if (!region.hasAll(Flags.MEM_64 | Flags.PREFETCH) || ioda.m64Segment() == 0) {
            return false;
        }
        long one = region.hardwareSize;
        Optional<Long> expanded = Unsigned.lessOrEqual(one, ioda.m64Segment() / 4)
                ? Optional.of(one * ioda.totalPes()) : Optional.empty();
        expanded.ifPresent(size -> {
            region.setRange(region.start, size);
            region.vfAlignment = size;
        });
        return expanded.isPresent() || Unsigned.lessOrEqual(SMALLEST_SINGLE_PE, one);
    }
}
