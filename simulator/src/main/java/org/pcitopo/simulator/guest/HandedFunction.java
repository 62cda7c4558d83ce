package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pcitopo.simulator.guest.Aperture.Place;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * A function on its way to a guest.
 *
 * @param regions its BARs as vfio-pci hands them out, ascending
 * @param rom bytes of its ROM, 0 without one
 * @param msix its MSI-X capability
 * @param ids its ids
 */
record HandedFunction(List<Region> regions, long rom, Optional<MsixTable> msix, DeviceIds ids) {

    private static final int BARS = 6;

    HandedFunction {
        regions = List.copyOf(regions);
    }

    /**
     * A BAR.
     *
     * @param mapping what vfio-pci says of it
     * @param type its type bits
     * @param size bytes, 0 where it has no address
     */
    record Region(Mapping mapping, ResourceType type, long size) {

        private int index() {
            return mapping.bar();
        }

        private boolean isIn(Place place, GuestMachine machine) {
            return type.isMemory() && size != 0 && HostBar.placeOf(type, machine) == place;
        }
    }

    /** Its BARs, each with what the others mean for it in this guest. */
    List<HostBar> bars(GuestMachine machine, long pageSize) {
        Optional<Integer> free = IntStream.range(0, BARS).boxed().filter(this::isFree).findFirst();
        Map<Place, Map<Integer, AddressRange>> windows = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            windows.put(place, offsets(place, machine));
        }
        List<HostBar> bars = new ArrayList<>();
        for (Region region : regions) {
            Map<Integer, AddressRange> offsets = windows.get(HostBar.placeOf(region.type(), machine));
            AddressRange own = offsets.getOrDefault(region.index(), new AddressRange(0, 0));
            AddressRange page = AddressRange.pageOf(own.start(), pageSize);
            boolean alone = offsets.entrySet().stream().noneMatch(other -> other.getKey() != region.index() && other.getValue().overlaps(page));
            bars.add(new HostBar(region.mapping(), region.type(), region.size(), own.start(), alone, msix, ids, free));
        }
        return bars;
    }

    /** Neither a BAR nor the upper half of one. */
    private boolean isFree(int index) {
        return regions.stream().noneMatch(bar -> bar.index() == index || bar.type().is64Bit() && bar.index() + 1 == index);
    }

    /** Where firmware puts the BARs in the window of a root port: the largest first, as SeaBIOS and EDK II do; by BAR number. */
    private Map<Integer, AddressRange> offsets(Place place, GuestMachine machine) {
        Map<Integer, AddressRange> offsets = new HashMap<>();
        long next = 0;
        for (Region region : regions.stream().filter(one -> one.isIn(place, machine)).sorted(Comparator
                .comparing(Region::size, Long::compareUnsigned).reversed().thenComparing(Region::index)).toList()) {
            AddressRange range = AddressRange.ofSize(Unsigned.alignUp(next, Long.highestOneBit(region.size())), region.size());
            offsets.put(region.index(), range);
            next = range.end() + 1;
        }
        return offsets;
    }

    /** Bytes of what it has in one of the guest's windows, of BARs as the guest sees them. */
    List<Long> sizes(Place place, GuestMachine machine, List<GuestBar> seen) {
        List<Long> sizes = new ArrayList<>();
        seen.stream().filter(bar -> bar.type().isMemory() && bar.size() != 0 && HostBar.placeOf(bar.type(), machine) == place)
                .forEach(bar -> sizes.add(bar.size()));
        if (place == Place.BELOW_4G && rom != 0) {
            sizes.add(rom);
        }
        return sizes;
    }
}
