package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/** First fit, lowest address, in the free gaps of a window ({@code find_resource_space}; behaviour specification 6.4). */
final class GapSearch {

    private final Context context;

    GapSearch(Context context) {
        this.context = context;
    }

    /**
     * What is looked for.
     *
     * @param bounds only here
     * @param size bytes, not 0
     * @param alignment bytes, a power of two
     * @param region for whom; when it is placed in the window already, its own place counts as free
     * @param granularity of windows on its bus, for the tail rule
     */
    record Wanted(AddressRange bounds, long size, long alignment, Region region, long granularity) {
    }

    /** The first place in {@code window} for {@code wanted}. */
    Optional<AddressRange> find(Region window, Wanted wanted) {
        List<Region> children = window.children();
        long gapStart = window.start;
        for (int i = 0; i <= children.size(); i++) {
            boolean last = i == children.size();
            boolean own = !last && children.get(i) == wanted.region;
            long gapEnd = last ? window.end : own ? children.get(i).end : children.get(i).start - 1;
            boolean gapExists = Unsigned.lessOrEqual(gapStart, gapEnd) && (last || own || children.get(i).start != 0);
            if (gapExists) {
                Optional<AddressRange> place = fit(new AddressRange(gapStart, gapEnd), window, wanted);
                if (place.isPresent()) {
                    return place;
                }
            }
            if (last || children.get(i).end == window.end) {
                return Optional.empty();
            }
            if (!own) {
                gapStart = children.get(i).end + 1;
            }
        }
        return Optional.empty();
    }

    private Optional<AddressRange> fit(AddressRange gap, Region window, Wanted wanted) {
        Optional<AddressRange> free = gap.intersection(wanted.bounds)
                .flatMap(range -> window.has(Flags.MEM) ? context.hooks().usable(range) : Optional.of(range));
        if (free.isEmpty()) {
            return Optional.empty();
        }
        long aligned = Unsigned.alignUp(free.get().start(), wanted.alignment);
        if (Unsigned.less(aligned, free.get().start())) {
            return Optional.empty();
        }
        long start = belowAlignment(free.get(), context.hooks().adjustStart(wanted.region, aligned, wanted.size), wanted);
        return AddressRange.tryOfSize(start, wanted.size).filter(free.get()::contains);
    }

    /** A size that is no multiple of its alignment may put its remainder in front (7.1, pci_align_resource). */
    private long belowAlignment(AddressRange free, long start, Wanted wanted) {
        long tail = wanted.size & (wanted.alignment - 1);
        boolean applies = context.has(Behaviour.TAIL_BELOW_ALIGNMENT) && wanted.region.has(Flags.MEM) && tail != 0
                && Unsigned.isAligned(tail, wanted.granularity) && Unsigned.lessOrEqual(tail, start);
        return applies && Unsigned.lessOrEqual(free.start(), start - tail) ? start - tail : start;
    }
}
