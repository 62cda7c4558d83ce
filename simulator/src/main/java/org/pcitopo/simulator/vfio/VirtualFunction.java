package org.pcitopo.simulator.vfio;

import java.util.List;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * A virtual function that a boot step enabled.
 *
 * @param address its address
 * @param physical the physical function that it belongs to
 * @param bars its BARs, ascending
 */
public record VirtualFunction(PciAddress address, PciAddress physical, List<VfBar> bars) {

    public VirtualFunction {
        bars = List.copyOf(bars);
    }

    /**
     * One BAR of a virtual function: its share of the physical function's VF BAR.
     *
     * @param index register number, 0 to 5
     * @param range CPU addresses
     */
    public record VfBar(int index, AddressRange range) {
    }
}
