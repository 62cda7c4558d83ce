package org.pcitopo.simulator.assign;

import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;

/** Numbers the buses below bridges that a topology leaves unnumbered: depth first, each as low as possible. */
final class BusNumbers {

    private static final int HIGHEST = 0xff;

    private final HostBridge host;
    private final Map<PciAddress, Integer> remembered;
    private int highestUsed;

    BusNumbers(HostBridge host) {
        this(host, Map.of());
    }

    /** @param remembered numbers that the registers of bridges still hold from an earlier scan */
    BusNumbers(HostBridge host, Map<PciAddress, Integer> remembered) {
        this.host = host;
        this.remembered = remembered;
        this.highestUsed = host.firstBus();
    }

    /**
     * The number of the bus below {@code bridge}, which stands at {@code address}.
     *
     * @throws TopologyException where no bus number is left, or the bridge has one that does not exist
     */
    int enter(PciAddress address, Bridge bridge) {
        int number = Optional.ofNullable(remembered.get(address))
                .orElseGet(() -> bridge.secondary().isPresent() ? given(address, bridge) : next(address));
        highestUsed = Math.max(highestUsed, number);
        return number;
    }

    private static int given(PciAddress address, Bridge bridge) {
        int number = bridge.secondary().orElseThrow();
        if (number < 0 || number > HIGHEST) {
            throw new TopologyException(String.format("%s: there is no bus %x; the last one is ff", address, number));
        }
        return number;
    }

    private int next(PciAddress address) {
        if (highestUsed >= host.lastBus()) {
            throw new TopologyException(String.format("%s: no bus number is left for what is below it; %s ends with bus %02x",
                    address, host.id(), host.lastBus()));
        }
        return highestUsed + 1;
    }

    /** Called when everything below {@code bridge} is numbered; returns the highest bus below it. */
    int leave(int secondary, Bridge bridge) {
        int highest = bridge.subordinate().orElse(Math.max(secondary, highestUsed));
        highestUsed = Math.max(highestUsed, highest);
        return highest;
    }
}
