package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Unsigned;

/** x86: the BIOS area, E820, the ISA hole and the alias rule for I/O (behaviour specification 4.2, 6.3). */
final class X86Hooks implements ArchitectureHooks {

    private static final AddressRange BIOS_ROM = new AddressRange(0xffe0_0000L, 0xffff_ffffL);
    private static final long BIOS_END = 0x10_0000;
    private static final long DEFAULT_MINIMUM = 0x1000_0000;

    private final List<AddressRange> reserved = new ArrayList<>();
    private final long minimumMemory;
    private final boolean skipIsaAlign;

    /**
     * @param e820 firmware's memory map
     * @param clipE820 whether every search keeps clear of E820 entries (up to 5.18; later host windows are clipped once)
     * @param skipIsaAlign {@code pci=skip_isa_align}
     */
    X86Hooks(List<E820Entry> e820, boolean clipE820, boolean skipIsaAlign) {
        reserved.add(BIOS_ROM);
        if (clipE820) {
            e820.forEach(entry -> reserved.add(entry.range()));
        }
        this.minimumMemory = largestGapBelow4G(e820);
        this.skipIsaAlign = skipIsaAlign;
    }

    @Override
    public long minimumMemory() {
        return minimumMemory;
    }

    @Override
    public Optional<AddressRange> usable(AddressRange gap) {
        Optional<AddressRange> left = Optional.of(gap);
        for (AddressRange taken : reserved) {
            left = left.flatMap(range -> clip(range, taken));
        }
        return left;
    }

    /** Keeps the larger side of {@code range} around {@code taken} ({@code resource_clip}). */
    private static Optional<AddressRange> clip(AddressRange range, AddressRange taken) {
        if (!range.overlaps(taken)) {
            return Optional.of(range);
        }
        long low = Unsigned.subtractSaturated(taken.start(), range.start());
        long high = Unsigned.subtractSaturated(range.end(), taken.end());
        if (low == 0 && high == 0) {
            return Optional.empty();
        }
        return Optional.of(Unsigned.less(high, low) ? new AddressRange(range.start(), taken.start() - 1)
                : new AddressRange(taken.end() + 1, range.end()));
    }

    @Override
    public long adjustStart(Region region, long start, long size) {
        if (region.has(Flags.IO)) {
            return skipIsaAlign ? start : IoAlias.skip(start);
        }
        return Unsigned.max(start, BIOS_END);
    }

    /** Start of the largest range below 4 GiB that E820 does not name ({@code e820__setup_pci_gap}). */
    private static long largestGapBelow4G(List<E820Entry> e820) {
        List<AddressRange> sorted = e820.stream().map(E820Entry::range).sorted().toList();
        long gapStart = DEFAULT_MINIMUM;
        long gapSize = 0x40_0000;
        long last = AddressRange.BELOW_4G.end();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            AddressRange entry = sorted.get(i);
            if (Unsigned.less(entry.end(), last)) {
                long gap = last - entry.end();
                if (Unsigned.lessOrEqual(gapSize, gap)) {
                    gapSize = gap;
                    gapStart = entry.end() + 1;
                }
            }
            last = Unsigned.min(last, entry.start());
        }
        return gapStart;
    }
}
