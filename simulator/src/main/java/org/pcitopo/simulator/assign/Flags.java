package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.ResourceType;

/** Bits of a {@link Region}; names follow the kernel's {@code IORESOURCE_*}. */
final class Flags {

    static final int IO = 1;
    static final int MEM = 1 << 1;
    static final int PREFETCH = 1 << 2;
    static final int MEM_64 = 1 << 3;
    /** Alignment is the size. */
    static final int SIZEALIGN = 1 << 4;
    /** Alignment stands in {@code start} until the region is placed. */
    static final int STARTALIGN = 1 << 5;
    /** {@code start} is no address. */
    static final int UNSET = 1 << 6;
    static final int DISABLED = 1 << 7;
    static final int FIXED = 1 << 8;
    static final int ROM_ENABLE = 1 << 9;
    static final int ROM_SHADOW = 1 << 10;

    /** The two spaces. */
    static final int SPACE = IO | MEM;
    /** Everything that says what sort of region it is. */
    static final int TYPE = SPACE | PREFETCH | MEM_64;

    private Flags() {
    }

    static int of(ResourceType type) {
        return (type.isIo() ? IO : MEM) | (type.prefetchable() ? PREFETCH : 0) | (type.is64Bit() ? MEM_64 : 0);
    }

    static ResourceType typeOf(int flags) {
        return (flags & IO) != 0 ? ResourceType.IO : ResourceType.memory((flags & MEM_64) != 0, (flags & PREFETCH) != 0);
    }
}
