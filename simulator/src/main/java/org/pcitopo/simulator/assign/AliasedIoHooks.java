package org.pcitopo.simulator.assign;

/**
 * 32-bit ARM and MIPS: the alias rule for I/O as on x86 and powerpc, nothing else of their own ({@code pcibios_align_resource}
 * of {@code arch/arm/kernel/bios32.c} and {@code arch/mips/pci}).
 */
final class AliasedIoHooks implements ArchitectureHooks {

    private final long minimumIo;

    /** @param minimumIo lowest I/O address that is handed out in a window that starts at 0: 0x1000 on ARM, 0 on MIPS */
    AliasedIoHooks(long minimumIo) {
        this.minimumIo = minimumIo;
    }

    @Override
    public long minimumIo() {
        return minimumIo;
    }

    @Override
    public long adjustStart(Region region, long start) {
        return region.has(Flags.IO) ? IoAlias.skip(start) : start;
    }
}
