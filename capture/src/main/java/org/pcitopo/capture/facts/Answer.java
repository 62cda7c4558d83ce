package org.pcitopo.capture.facts;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Space;

/** Something that the kernel did. No prediction ever looks at it. */
public sealed interface Answer {

    /** Where it is said. */
    Origin origin();

    /**
     * Where a resource ended when the kernel had assigned everything.
     *
     * @param resource which one
     * @param state how it ended
     * @param range CPU addresses; empty unless placed. Of all VFs for a VF BAR
     */
    record Outcome(ResourceKey resource, RecordedState state, Optional<AddressRange> range, Origin origin) implements Answer {
    }

    /**
     * As {@link Outcome}, where the source shows bus addresses: windows in the registers of the configuration space. Whoever
     * knows the host windows translates it.
     *
     * @param space which address space {@code busRange} is in
     * @param state how the resource ended
     * @param busRange bus addresses; empty unless placed
     */
    record BusOutcome(ResourceKey resource, Space space, RecordedState state, Optional<AddressRange> busRange,
            Origin origin) implements Answer {
    }

    /**
     * I/O ports that a resource holds as user space sees them ({@code resource} in sysfs, lspci): bus addresses on powerpc,
     * CPU port numbers elsewhere.
     */
    record UserPorts(ResourceKey resource, AddressRange range, Origin origin) implements Answer {
    }

    /**
     * A register's address alone, where its size is not shown: {@code config} without {@code resource}.
     *
     * @param space which address space {@code busStart} is in
     * @param busStart bus address
     */
    record BusStart(ResourceKey resource, Space space, long busStart, Origin origin) implements Answer {
    }

    /**
     * A range that a function holds, where the source does not say with which register ({@code /proc/iomem}).
     *
     * @param range CPU addresses
     */
    record Occupied(PciAddress function, Space space, AddressRange range, Origin origin) implements Answer {
    }

    /**
     * A window that is open to a bus, where the source does not say of which kind ({@code /proc/iomem}).
     *
     * @param domain PCI domain
     * @param bus the bus below the bridge; of a host bridge its root bus
     * @param range CPU addresses
     */
    record BusWindow(int domain, int bus, Space space, AddressRange range, Origin origin) implements Answer {
    }

    /**
     * A change after the boot's own assignment: a driver resized a BAR, a function was plugged in, a bus was rescanned.
     *
     * @param state as for {@link Outcome}
     * @param range as for {@link Outcome}
     */
    record LaterChange(ResourceKey resource, RecordedState state, Optional<AddressRange> range, Origin origin)
            implements Answer {
    }

    /**
     * One region as vfio-pci reported it.
     *
     * @param function the function
     * @param index 0 to 5 BARs, 6 ROM, 7 configuration space, 8 VGA
     * @param size bytes
     * @param readable {@code VFIO_REGION_INFO_FLAG_READ}
     * @param writable {@code VFIO_REGION_INFO_FLAG_WRITE}
     * @param mappable {@code VFIO_REGION_INFO_FLAG_MMAP}
     * @param msixMappable the region's MSIX_MAPPABLE capability, empty where it was not asked for
     * @param areas sparse areas, empty where the whole region can be mapped or none
     * @param allOpen whether all functions were open at the same time
     */
    record VfioRegion(PciAddress function, int index, long size, boolean readable, boolean writable, boolean mappable,
            Optional<Boolean> msixMappable, List<Area> areas, boolean allOpen, Origin origin) implements Answer {
        public VfioRegion {
            areas = List.copyOf(areas);
        }
    }

    /**
     * A part of a region that can be mapped.
     *
     * @param offset bytes from the region's start
     * @param size bytes
     */
    record Area(long offset, long size) {
    }

    /** vfio-pci was not bound to a function, or could not open it. */
    record VfioUnavailable(PciAddress function, String why, Origin origin) implements Answer {
    }
}
