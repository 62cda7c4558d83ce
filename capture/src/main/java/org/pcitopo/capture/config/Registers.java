package org.pcitopo.capture.config;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/** Reads base address registers (PCI Local Bus Specification 6.2.5; behaviour specification 2.1). */
final class Registers {

    static final int FIRST_BAR = 0x10;

    private static final int IO_BIT = 1;
    private static final int TYPE_MASK = 6;
    private static final int TYPE_64_BIT = 4;
    private static final int PREFETCH_BIT = 8;
    private static final long ROM_ADDRESS_MASK = 0xffff_f800L;

    private Registers() {
    }

    /** How many BARs a header of this type has. */
    static int barCount(int headerType) {
        return switch (headerType) {
            case 0 -> 6;
            case 1 -> 2;
            case 2 -> 1;
            default -> 0;
        };
    }

    /** Where the ROM register of a header of this type is, 0 without one. */
    static int romOffset(int headerType) {
        return switch (headerType) {
            case 0 -> 0x30;
            case 1 -> 0x38;
            default -> 0;
        };
    }

    /** The type bits of the registers from {@code offset} that are not all zero; high halves are skipped. */
    static SortedMap<Integer, ResourceType> types(ConfigSpace config, int offset, int count) {
        SortedMap<Integer, ResourceType> types = new TreeMap<>();
        for (int index = 0; index < count; index++) {
            long low = config.u32(offset + 4 * index);
            ResourceType type = type(low);
            boolean wide = type.is64Bit();
            if (low != 0 && low != 0xffff_ffffL) {
                types.put(index, type);
            }
            if (wide) {
                index++;
            }
        }
        return types;
    }

    /**
     * As {@link #types}, but only what the low bits alone tell: a register whose type bits are all zero shows that it is
     * there by its address, which is the kernel's work.
     */
    static SortedMap<Integer, ResourceType> toldTypes(ConfigSpace config, int offset, int count) {
        SortedMap<Integer, ResourceType> types = types(config, offset, count);
        types.values().removeIf(type -> type == ResourceType.MEM32);
        return types;
    }

    /** The addresses in the registers from {@code offset} that are not all zero. */
    static SortedMap<Integer, Long> addresses(ConfigSpace config, int offset, int count) {
        SortedMap<Integer, Long> addresses = new TreeMap<>();
        types(config, offset, count).forEach((index, type) -> {
            long low = config.u32(offset + 4 * index);
            long high = type.is64Bit() ? config.u32(offset + 4 * index + 4) : 0;
            addresses.put(index, high << 32 | Unsigned.alignDown(low, type.isIo() ? 4 : 16));
        });
        return addresses;
    }

    static ResourceType type(long low) {
        if ((low & IO_BIT) != 0) {
            return ResourceType.IO;
        }
        return ResourceType.memory((low & TYPE_MASK) == TYPE_64_BIT, (low & PREFETCH_BIT) != 0);
    }

    static Optional<Long> romRegister(ConfigSpace config) {
        int offset = romOffset(config.headerType());
        return offset == 0 ? Optional.empty() : Optional.of(config.u32(offset));
    }

    static SortedMap<ResourceName, Long> starts(ConfigSpace config) {
        SortedMap<ResourceName, Long> starts = new TreeMap<>();
        addresses(config, FIRST_BAR, barCount(config.headerType()))
                .forEach((index, address) -> starts.put(ResourceName.bar(index), address));
        romRegister(config).map(value -> value & ROM_ADDRESS_MASK).filter(address -> address != 0)
                .ifPresent(address -> starts.put(ResourceName.ROM, address));
        return starts;
    }
}
