package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Marvell's host bridges for ARM ({@code pci-mvebu}): the address decoder behind them maps powers of two at multiples of their
 * size, at least 64 KiB of ports or 1 MiB of memory, so their driver aligns whatever is placed on the root bus ({@code
 * mvebu_pcie_align_resource}).
 */
final class MvebuHost {

    private static final String DRIVER = "mvebu-pcie";
    private static final long LEAST_IO = 0x1_0000;
    private static final long LEAST_MEMORY = 0x10_0000;

    private MvebuHost() {
    }

    static boolean is(HostBridge host) {
        return host.isDrivenBy(DRIVER);
    }

    static boolean isOnRootBus(HostBridge host, Region region) {
        return region.key.filter(key -> isOnRootBus(host, key.function())).isPresent();
    }

    private static boolean isOnRootBus(HostBridge host, PciAddress function) {
        return function.domain() == host.domain() && function.bus() == host.firstBus();
    }

    static long align(Region region, long start, long size) {
        long least = region.has(Flags.IO) ? LEAST_IO : LEAST_MEMORY;
        return Unsigned.alignUp(start, Unsigned.max(least, Long.highestOneBit(size)));
    }
}
