package org.pcitopo.capture.sysfs;

import java.util.Optional;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * One line of a {@code resource} file.
 *
 * @param name which resource
 * @param number line in the file, from 1
 * @param start first address
 * @param end last address
 * @param flags the kernel's {@code IORESOURCE_} bits
 */
record ResourceLine(ResourceName name, int number, long start, long end, long flags) {

    private static final long IO = 0x100;
    private static final long MEM = 0x200;
    private static final long PREFETCH = 0x2000;
    private static final long MEM_64 = 0x10_0000;
    private static final long UNSET = 0x2000_0000;
    private static final long DISABLED = 0x1000_0000;
    private static final long ROM_SHADOW = 0x2;
    private static final long PCI_FIXED = 0x10;

    /** Empty where {@code text} is not three hexadecimal numbers. */
    static Optional<ResourceLine> parse(ResourceName name, int number, String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResourceLine(name, number, hex(fields[0]), hex(fields[1]), hex(fields[2])));
        } catch (NumberFormatException notHex) {
            return Optional.empty();
        }
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, 16);
    }

    /** Whether it is a resource at all: a line whose flags are 0 is none, whatever its addresses say (C10). */
    boolean exists() {
        return (flags & (IO | MEM)) != 0 && Unsigned.lessOrEqual(start, end);
    }

    boolean isIo() {
        return (flags & IO) != 0;
    }

    boolean isShadowRom() {
        return name == ResourceName.ROM && (flags & ROM_SHADOW) != 0;
    }

    /** Never moved; the bit means something else for a shadow ROM, which carries it as well. */
    boolean isFixed() {
        return name != ResourceName.ROM && (flags & PCI_FIXED) != 0;
    }

    /** Whether it has an address: failed resources and closed windows of newer kernels keep their flags and say so. */
    boolean isPlaced() {
        return exists() && (flags & (UNSET | DISABLED)) == 0;
    }

    RecordedState state() {
        if (isShadowRom()) {
            return RecordedState.SHADOW;
        }
        if (isPlaced()) {
            return RecordedState.PLACED;
        }
        return name.isWindow() ? RecordedState.DISABLED : RecordedState.UNASSIGNED;
    }

    ResourceType type() {
        return isIo() ? ResourceType.IO : ResourceType.memory((flags & MEM_64) != 0, (flags & PREFETCH) != 0);
    }

    /** Bytes; only for a line that {@link #exists}. */
    long size() {
        return range().size();
    }

    AddressRange range() {
        return new AddressRange(start, end);
    }
}
