package org.pcitopo.simulator.assign;

import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/** The size of a memory window ({@code pbus_size_mem}; behaviour specification 5.4). */
final class MemoryWindowSizing {

    private static final int UNIT = 20;

    private final Context context;
    private final WindowGranularity granularity;
    private final OptionalRule optionalRule;
    private final int orders;

    MemoryWindowSizing(Context context) {
        this.context = context;
        this.granularity = new WindowGranularity(context);
        this.optionalRule = new OptionalRule(context);
        this.orders = context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) ? 28
                : context.has(Behaviour.LARGE_ALIGNMENT_ORDERS) ? 24 : 18;
    }

    WindowSize size(Bus bus, Region window, Predicate<Region> serves, long reserve, Optional<OptionalList> optional) {
        Tally tally = tally(bus, window, serves, optional);
        long step = granularity.of(bus, window.flags);
        boolean fromHead = context.has(Behaviour.HEAD_ALIGNMENT);
        long calculated = fromHead ? HeadAlignment.fromHead(tally.aligned, tally.maxOrder)
                : HeadAlignment.halving(tally.aligned, tally.maxOrder);
        long alignment = Unsigned.max(calculated, step);
        long minimum = optional.isPresent() ? 0 : reserve;
        long floor = floor(window);
        long required = Unsigned.alignUp(Unsigned.max(Unsigned.max(tally.total, minimum), floor), fromHead ? step : alignment);
        boolean rework = context.has(Behaviour.OPTIONAL_REWORK);
        long unrelaxed = Unsigned.max(alignment, tally.optionalAlignment);
        boolean relaxed = false;
        boolean optionalRelaxed = false;
        long relaxedAlignment = Unsigned.max(1L << (tally.maxOrder + UNIT), step);
        if (required != 0 && isRelaxed(bus, window, required, rework ? alignment : unrelaxed)) {
            relaxed = true;
            alignment = rework ? Unsigned.min(alignment, relaxedAlignment) : relaxedAlignment;
            required = Unsigned.alignUp(Unsigned.max(Unsigned.max(tally.total, minimum), floor), step);
        }
        long optionalAlignment = rework ? Unsigned.max(alignment, tally.optionalAlignment) : unrelaxed;
        long total = required;
        if (optional.isPresent() && (reserve != 0 || tally.wanted != 0)) {
            long rounding = fromHead ? step : optionalAlignment;
            total = Unsigned.alignUp(withOptional(tally, reserve, floor), rounding);
            if (rework && isRelaxed(bus, window, total, optionalAlignment)) {
                optionalRelaxed = true;
                alignment = Unsigned.min(alignment, relaxedAlignment);
                total = Unsigned.alignUp(withOptional(tally, reserve, floor), step);
            }
        }
        return new WindowSize(alignment, required, total, optionalAlignment, relaxed, optionalRelaxed);
    }

    private long withOptional(Tally tally, long reserve, long floor) {
        if (context.has(Behaviour.HOTPLUG_RESERVE_COVERS_OPTIONAL)) {
            return Unsigned.max(tally.total + tally.wanted, reserve);
        }
        long size = context.has(Behaviour.SEPARATE_HOTPLUG_RESERVES) ? Unsigned.max(tally.total, reserve) + tally.wanted
                : tally.total + Unsigned.max(reserve, tally.wanted);
        return Unsigned.max(size, floor);
    }

    /** A released window does not shrink, until windows are sized by their head (C12). */
    private long floor(Region window) {
        long old = window.size();
        return context.has(Behaviour.HEAD_ALIGNMENT) || old == 1 ? 0 : old;
    }

    /** What the children add up to. */
    private static final class Tally {
        private final long[] aligned;
        private int maxOrder;
        private long total;
        private long wanted;
        private long optionalAlignment;

        private Tally(int orders) {
            aligned = new long[orders];
        }
    }

    private Tally tally(Bus bus, Region window, Predicate<Region> serves, Optional<OptionalList> optional) {
        Tally tally = new Tally(orders);
        for (Device device : bus.devices) {
            boolean counts = !context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) || device.assignable();
            for (Region region : device.regions) {
                boolean unplaced = !region.assigned() && region.flags != 0 && !region.has(Flags.FIXED | Flags.DISABLED);
                if (counts && unplaced && serves.test(region)) {
                    count(tally, device, region, optional);
                }
            }
        }
        return tally;
    }

    private void count(Tally tally, Device device, Region region, Optional<OptionalList> optional) {
        long size = region.size();
        long alignment = context.alignmentOf(device, region);
        if (optional.isPresent() && optionalRule.isOptional(region)) {
            tally.optionalAlignment = Unsigned.max(tally.optionalAlignment, alignment);
            listOptional(device, region, size, optional.get());
            tally.wanted += size;
            return;
        }
        int order = Math.max(Unsigned.log2(alignment) - UNIT, 0);
        if (order >= orders) {
            region.flags = 0;
            region.outcome = Region.Outcome.FAILED;
            region.lastSize = size;
            region.lastAlignment = alignment;
            return;
        }
        boolean emptyCounts = !context.has(Behaviour.EMPTY_WINDOWS_OPTIONAL) || size != 0;
        boolean byAlignment = context.has(Behaviour.KEEP_LARGE_ENOUGH) && emptyCounts;
        tally.total += byAlignment ? Unsigned.max(size, alignment) : size;
        boolean fills = Unsigned.lessOrEqual(size, alignment) || context.has(Behaviour.LARGE_CHILDREN_FILL_HEAD);
        if (byAlignment ? fills : size == alignment) {
            tally.aligned[order] += alignment;
        }
        tally.maxOrder = Math.max(tally.maxOrder, order);
        optional.ifPresent(list -> {
            tally.wanted += list.addSize(region);
            tally.optionalAlignment = Unsigned.max(tally.optionalAlignment, list.minAlign(region));
        });
    }

    /** Up to 6.15 a VF BAR gives up its size and gets it back later; from 6.16 it keeps it. */
    private void listOptional(Device device, Region region, long size, OptionalList list) {
        if (context.has(Behaviour.OPTIONAL_REWORK)) {
            list.add(device, region, 0, 0);
        } else {
            region.end = region.start - 1;
            list.add(device, region, size, 0);
        }
    }

    /** Whether a window above that has its place already cannot hold {@code size} bytes (6.11 to 6.18.12). */
    private boolean isRelaxed(Bus bus, Region window, long size, long alignment) {
        if (!context.has(Behaviour.RELAXED_ALIGNMENT) || size == 0) {
            return false;
        }
        return context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) ? isRelaxedByFunction(bus, window, size, alignment)
                : isRelaxedByType(bus, window, size, alignment);
    }

    /** Up to 6.17 the first assigned window of its very type decides ({@code pbus_upstream_space_available}). */
    private boolean isRelaxedByType(Bus bus, Region window, long size, long alignment) {
        int bits = Flags.SPACE | Flags.PREFETCH | Flags.MEM_64;
        for (Optional<Bus> above = bus.parent(); above.isPresent() && !above.get().isRoot(); above = above.get().parent()) {
            for (Region holder : above.get().windows) {
                if (holder.assigned() && ((holder.flags ^ window.flags) & bits) == 0) {
                    return isTooSmall(holder, bus, window, size, alignment);
                }
            }
        }
        return false;
    }

    /** In 6.18 two windows above each other that were never sized count as too small: boots of 6.18.12 relax below fresh trees. */
    private boolean isRelaxedByFunction(Bus bus, Region window, long size, long alignment) {
        int flags = window.flags;
        for (Optional<Bus> above = bus.parent(); above.isPresent() && !above.get().isRoot(); above = above.get().parent()) {
            Optional<Region> holder = WindowSelection.ByFunction.choose(above.get(), flags);
            if (holder.isEmpty()) {
                return true;
            }
            if (holder.get().assigned()) {
                return isTooSmall(holder.get(), bus, window, size, alignment);
            }
            // The next bus is asked for the flags of this one's window, and a window that was never sized has none yet.
            flags = holder.get().has(Flags.DISABLED) ? 0 : holder.get().flags;
        }
        return false;
    }

    private boolean isTooSmall(Region holder, Bus bus, Region window, long size, long alignment) {
        GapSearch.Wanted wanted = new GapSearch.Wanted(AddressRange.EVERYTHING, size, alignment, window, alignment);
        boolean tooSmall = new GapSearch(context).find(holder, wanted).isEmpty();
        if (tooSmall && holder.key.isPresent()) {
            context.recorder().add(new TraceEvent.WindowTooSmall(holder.key.get(), holder.range(), size,
                    bus.self.orElseThrow().address));
        }
        return tooSmall;
    }
}
