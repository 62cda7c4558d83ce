package org.pcitopo.simulator.assign;

import java.util.List;
import org.pcitopo.simulator.topology.HostBridge;

/**
 * 32-bit ARM and MIPS: the alias rule for I/O as on x86 and powerpc ({@code pcibios_align_resource} of {@code
 * arch/arm/kernel/bios32.c} and {@code arch/mips/pci}), and on ARM what a host bridge's driver adds.
 */
final class AliasedIoHooks implements ArchitectureHooks {

    private final long minimumIo;
    private final List<HostBridge> hosts;

    /**
     * @param minimumIo lowest I/O address that is handed out in a window that starts at 0: 0x1000 on ARM, 0 on MIPS
     * @param hosts whose drivers may have a say
     */
    AliasedIoHooks(long minimumIo, List<HostBridge> hosts) {
        this.minimumIo = minimumIo;
        this.hosts = hosts.stream().filter(MvebuHost::is).toList();
    }

    @Override
    public long minimumIo() {
        return minimumIo;
    }

    @Override
    public long adjustStart(Region region, long start, long size) {
        long skipped = region.has(Flags.IO) ? IoAlias.skip(start) : start;
        return hosts.stream().anyMatch(host -> MvebuHost.isOnRootBus(host, region))
                ? MvebuHost.align(region, skipped, size) : skipped;
    }
}
