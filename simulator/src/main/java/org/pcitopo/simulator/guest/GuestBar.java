package org.pcitopo.simulator.guest;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.vfio.Mapping.Area;
import org.pcitopo.simulator.vfio.Mapping.Guest;

/**
 * A BAR as a guest sees it.
 *
 * @param function the function's address on the host
 * @param bar BAR number, 0 to 5
 * @param type its type bits
 * @param size bytes that the guest sees; a VMM may show more than the host's BAR has
 * @param guest how the guest reaches it
 * @param trapped the parts that exit to the VMM, ascending; the whole BAR where it is emulated
 * @param why one sentence
 * @param cure what its user can do about it, an option of the VMM or a word of the guest's command line; empty where nothing is to
 *     be done, or nothing can be
 */
public record GuestBar(PciAddress function, int bar, ResourceType type, long size, Guest guest, List<Area> trapped, String why,
        Optional<String> cure) {

    public GuestBar {
        trapped = List.copyOf(trapped);
    }
}
