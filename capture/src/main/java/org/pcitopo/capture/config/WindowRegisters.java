package org.pcitopo.capture.config;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Reads the windows of PCI-to-PCI and CardBus bridges (PCI-to-PCI Bridge Architecture Specification 3.2.5; behaviour
 * specification 2.2).
 */
final class WindowRegisters {

    private static final int IO_BASE = 0x1c;
    private static final int IO_UPPER_BASE = 0x30;
    private static final int MEMORY_BASE = 0x20;
    private static final int PREFETCHABLE_BASE = 0x24;
    private static final int PREFETCHABLE_UPPER_BASE = 0x28;
    private static final int WIDE = 1;
    private static final int CARDBUS_MEMORY_BASE = 0x1c;
    private static final int CARDBUS_IO_BASE = 0x2c;
    private static final int CARDBUS_CONTROL = 0x3e;
    private static final int CARDBUS_PREFETCH_0 = 0x100;

    private final ConfigSpace config;
    private final SortedMap<ResourceName, ResourceType> types = new TreeMap<>();
    private final SortedMap<ResourceName, Optional<AddressRange>> ranges = new TreeMap<>();

    WindowRegisters(ConfigSpace config) {
        this.config = config;
        if (config.headerType() == 1) {
            readIo();
            readMemory();
            readPrefetchable();
        } else if (config.headerType() == 2) {
            readCardBus();
        }
    }

    /**
     * Type bits of the windows that low bits alone tell, and of the memory window, which every bridge has: that others are
     * there shows by their addresses only, which are the kernel's work.
     */
    SortedMap<ResourceName, ResourceType> toldTypes() {
        SortedMap<ResourceName, ResourceType> told = new TreeMap<>(types);
        if (config.headerType() == 1) {
            told.keySet().removeIf(name -> name == ResourceName.IO_WINDOW && !ioIsWide()
                    || name == ResourceName.PREF_WINDOW && types.get(name) == ResourceType.MEM32_PREF);
        }
        return told;
    }

    private boolean ioIsWide() {
        return (config.u8(IO_BASE) & 0xf) == WIDE;
    }

    /** What every window that is there covers, empty where it is closed. */
    SortedMap<ResourceName, Optional<AddressRange>> ranges() {
        return ranges;
    }

    private void readIo() {
        int base = config.u8(IO_BASE);
        int limit = config.u8(IO_BASE + 1);
        if (base == 0 && limit == 0 && config.u32(IO_UPPER_BASE) == 0) {
            return;
        }
        long from = (base & 0xf0L) << 8;
        long to = (limit & 0xf0L) << 8 | 0xfff;
        if (ioIsWide()) {
            from |= (long) config.u16(IO_UPPER_BASE) << 16;
            to |= (long) config.u16(IO_UPPER_BASE + 2) << 16;
        }
        put(ResourceName.IO_WINDOW, ResourceType.IO, from, to);
    }

    private void readMemory() {
        long from = (config.u16(MEMORY_BASE) & 0xfff0L) << 16;
        long to = (config.u16(MEMORY_BASE + 2) & 0xfff0L) << 16 | 0xf_ffff;
        types.put(ResourceName.MEM_WINDOW, ResourceType.MEM32);
        ranges.put(ResourceName.MEM_WINDOW, range(from, to));
    }

    private void readPrefetchable() {
        int base = config.u16(PREFETCHABLE_BASE);
        int limit = config.u16(PREFETCHABLE_BASE + 2);
        if (base == 0 && limit == 0) {
            return;
        }
        boolean wide = (base & 0xf) == WIDE;
        long from = (base & 0xfff0L) << 16;
        long to = (limit & 0xfff0L) << 16 | 0xf_ffff;
        if (wide) {
            from |= config.u32(PREFETCHABLE_UPPER_BASE) << 32;
            to |= config.u32(PREFETCHABLE_UPPER_BASE + 4) << 32;
        }
        put(ResourceName.PREF_WINDOW, wide ? ResourceType.MEM64_PREF : ResourceType.MEM32_PREF, from, to);
    }

    private void readCardBus() {
        for (int number = 0; number < 2; number++) {
            ResourceName ioName = number == 0 ? ResourceName.CARDBUS_WINDOW0 : ResourceName.CARDBUS_WINDOW1;
            long ioBase = config.u32(CARDBUS_IO_BASE + 8 * number) & ~3L;
            long ioLimit = config.u32(CARDBUS_IO_BASE + 8 * number + 4) | 3;
            put(ioName, ResourceType.IO, ioBase, ioLimit);
            ResourceName memoryName = number == 0 ? ResourceName.CARDBUS_WINDOW2 : ResourceName.CARDBUS_WINDOW3;
            boolean prefetchable = (config.u16(CARDBUS_CONTROL) & CARDBUS_PREFETCH_0 << number) != 0;
            long base = config.u32(CARDBUS_MEMORY_BASE + 8 * number) & ~0xfffL;
            long limit = config.u32(CARDBUS_MEMORY_BASE + 8 * number + 4) | 0xfff;
            put(memoryName, ResourceType.memory(false, prefetchable), base, limit);
        }
    }

    private void put(ResourceName name, ResourceType type, long from, long to) {
        types.put(name, type);
        ranges.put(name, range(from, to));
    }

    /** Registers that were never written read as a window of the smallest size at 0; Linux takes such a one as closed, too. */
    private static Optional<AddressRange> range(long from, long to) {
        return from == 0 || Unsigned.less(to, from) ? Optional.empty() : Optional.of(new AddressRange(from, to));
    }
}
