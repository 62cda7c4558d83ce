package org.pcitopo.capture.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads the Enhanced Allocation capability (PCI Express Base Specification 7.8.5; behaviour specification 2.5). */
final class EnhancedAllocation {

    private static final int ID = 0x14;
    private static final long ENABLE = 0x8000_0000L;
    private static final long WIDE = 2;

    private EnhancedAllocation() {
    }

    static List<FixedRange> entries(ConfigSpace config) {
        List<FixedRange> entries = new ArrayList<>();
        OptionalInt capability = config.capability(ID);
        if (capability.isEmpty()) {
            return entries;
        }
        int count = config.u8(capability.getAsInt() + 2) & 0x3f;
        int offset = capability.getAsInt() + (config.headerType() == 1 ? 8 : 4);
        for (int entry = 0; entry < count && config.covers(offset, 12); entry++) {
            long header = config.u32(offset);
            if ((header & ENABLE) != 0) {
                read(config, offset, header).ifPresent(entries::add);
            }
            offset += 4 + 4 * (int) (header & 7);
        }
        return entries;
    }

    private static Optional<FixedRange> read(ConfigSpace config, int offset, long header) {
        long base = config.u32(offset + 4);
        long maxOffset = config.u32(offset + 8);
        int next = offset + 12;
        boolean wideBase = (base & WIDE) != 0;
        long from = base & ~3L;
        if (wideBase) {
            from |= config.u32(next) << 32;
            next += 4;
        }
        long length = maxOffset | 3;
        if ((maxOffset & WIDE) != 0) {
            length |= config.u32(next) << 32;
        }
        long to = from + length;
        Optional<ResourceName> name = name((int) (header >>> 4 & 0xf));
        Optional<ResourceType> type = type((int) (header >>> 8 & 0xff), wideBase);
        if (name.isEmpty() || type.isEmpty() || Unsigned.less(to, from)) {
            return Optional.empty();
        }
        return Optional.of(new FixedRange(name.get(), type.get(), new AddressRange(from, to)));
    }

    private static Optional<ResourceName> name(int equivalent) {
        if (equivalent <= 5) {
            return Optional.of(ResourceName.bar(equivalent));
        }
        if (equivalent == 8) {
            return Optional.of(ResourceName.ROM);
        }
        return equivalent >= 9 && equivalent <= 14 ? Optional.of(ResourceName.vfBar(equivalent - 9)) : Optional.empty();
    }

    private static Optional<ResourceType> type(int property, boolean wide) {
        return switch (property) {
            case 0, 4 -> Optional.of(ResourceType.memory(wide, false));
            case 1, 3 -> Optional.of(ResourceType.memory(wide, true));
            case 2 -> Optional.of(ResourceType.IO);
            default -> Optional.empty();
        };
    }
}
