package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Bridge;
import java.util.Optional;

/** powerpc: the alias rule for I/O, and IODA segments on powernv (behaviour specification 4.4, 4.5). */
final class PowerPcHooks implements ArchitectureHooks {

    private static final long MINIMUM_MEMORY = 0x1000_0000;

    private final boolean skipIsaAlign;

    /** @param skipIsaAlign the platform sets PCI_CAN_SKIP_ISA_ALIGN (powernv) */
    PowerPcHooks(boolean skipIsaAlign) {
        this.skipIsaAlign = skipIsaAlign;
    }

    @Override
    public long minimumMemory() {
        return MINIMUM_MEMORY;
    }

    @Override
    public long adjustStart(Region region, long start, long size) {
        return region.has(Flags.IO) && !skipIsaAlign ? IoAlias.skip(start) : start;
    }

    @Override
    public long windowAlignment(Bus bus, int flags) {
        if (bus.host.ioda().isEmpty() || conventionalBridgesAbove(bus) >= 2) {
            return 1;
        }
        Ioda ioda = bus.host.ioda().orElseThrow();
        int m64 = Flags.MEM_64 | Flags.PREFETCH;
        if (ioda.m64Segment() != 0 && (flags & m64) == m64) {
            return ioda.m64Segment();
        }
        long segment = (flags & Flags.MEM) != 0 ? ioda.m32Segment() : ioda.ioSegment();
        return Math.max(segment, 1);
    }

    private static int conventionalBridgesAbove(Bus bus) {
        int count = 0;
        Optional<Device> bridge = bus.self;
        while (bridge.isPresent()) {
            if (bridge.flatMap(Device::bridge).map(Bridge::kind).filter(BridgeKind.PCIE_TO_PCI::equals).isPresent()) {
                count++;
            }
            bridge = bridge.orElseThrow().bus.self;
        }
        return count;
    }
}
