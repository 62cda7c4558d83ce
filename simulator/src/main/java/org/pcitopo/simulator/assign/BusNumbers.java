package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.HostBridge;

/** Numbers the buses below bridges that a topology leaves unnumbered: depth first, each as low as possible. */
final class BusNumbers {

    private int highestUsed;

    BusNumbers(HostBridge host) {
        highestUsed = host.firstBus();
    }

    /**
     * The number of the bus below {@code bridge}.
     *
     * @throws TopologyException where no bus number is left
     */
    int enter(Bridge bridge) {
        int number = bridge.secondary().orElse(highestUsed + 1);
        if (number > 0xff) {
            throw new TopologyException("no bus number is left: a domain has 256 buses");
        }
        highestUsed = Math.max(highestUsed, number);
        return number;
    }

    /** Called when everything below {@code bridge} is numbered. */
    void leave(int secondary, Bridge bridge) {
        highestUsed = Math.max(highestUsed, highest(secondary, bridge));
    }

    /** The highest bus below {@code bridge}. */
    int highest(int secondary, Bridge bridge) {
        return bridge.subordinate().orElse(Math.max(secondary, highestUsed));
    }
}
