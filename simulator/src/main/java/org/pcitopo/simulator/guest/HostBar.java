package org.pcitopo.simulator.guest;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Area;
import org.pcitopo.simulator.vfio.Mapping.Guest;

/**
 * A BAR as vfio-pci hands it to a VMM.
 *
 * @param mapping what vfio-pci says of it
 * @param type its type bits
 * @param size bytes of the region; more than the hardware decodes where a request for alignment enlarged it
 * @param offset bytes from the start of the window that the guest gives this function, where its BARs are placed by size
 * @param alone whether no other BAR of the function begins in the host's page that begins at {@code offset}
 * @param msix the function's MSI-X capability
 * @param ids the function's ids
 * @param freeBar a BAR number of the function that nothing uses
 */
record HostBar(Mapping mapping, ResourceType type, long size, long offset, boolean alone, Optional<MsixTable> msix, DeviceIds ids,
        Optional<Integer> freeBar) {

    int index() {
        return mapping.bar();
    }

    boolean hasTable() {
        return msix.filter(table -> table.tableBar() == index()).isPresent();
    }

    boolean hasPendingBits() {
        return msix.filter(table -> table.pbaBar() == index()).isPresent();
    }

    /** What of the MSI-X structures it holds, in words. */
    String structures() {
        return hasTable() && hasPendingBits() ? "MSI-X table and its pending bits" : hasTable() ? "MSI-X table" : "pending bits of MSI-X";
    }

    /** @param shown bytes that the guest sees */
    GuestBar direct(long shown, String why) {
        return new GuestBar(mapping.function(), index(), type, shown, Guest.DIRECT, List.of(), why, Optional.empty());
    }

    GuestBar trapped(List<Area> areas, String why) {
        return new GuestBar(mapping.function(), index(), type, size, Guest.TRAPPED_PAGE, areas, why, Optional.empty());
    }

    GuestBar emulated(String why, Optional<String> cure) {
        List<Area> whole = size == 0 ? List.of() : List.of(new Area(0, size));
        return new GuestBar(mapping.function(), index(), type, size, Guest.EMULATED, whole, why, cure);
    }

    /** In which of the guest's windows memory of a type lies: behind a root port only prefetchable memory may be above 4 GiB. */
    static Aperture.Place placeOf(ResourceType type, GuestMachine machine) {
        return type.is64Bit() && (type.prefetchable() || !machine.hasRootPorts()) ? Aperture.Place.ABOVE_4G : Aperture.Place.BELOW_4G;
    }
}
