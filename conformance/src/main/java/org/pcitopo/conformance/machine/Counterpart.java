package org.pcitopo.conformance.machine;

import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;

/**
 * What became of one function of the wanted topology.
 *
 * @param wanted where it stands in that topology
 * @param function the wanted function
 * @param built where the function that stands for it stands in QEMU's machine; empty where there is none
 * @param model what QEMU calls that one; empty where there is none
 * @param ids what an endpoint that stands for it says of itself; empty for bridges, and where there is none
 * @param hotplug whether the bridge that stands for it is hot-plug capable
 * @param bars which of its BARs stands for which wanted one: its index by the wanted index
 */
public record Counterpart(Place wanted, Function function, Optional<Place> built, String model, Optional<DeviceIds> ids,
        boolean hotplug, Map<Integer, Integer> bars) {

    public Counterpart {
        bars = Map.copyOf(bars);
    }

    static Counterpart none(Place wanted, Function function) {
        return new Counterpart(wanted, function, Optional.empty(), "", Optional.empty(), false, Map.of());
    }
}
