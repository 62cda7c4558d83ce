package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;

/**
 * How full a window is.
 *
 * @param id which window
 * @param type its type bits
 * @param range its addresses
 * @param used bytes taken by what is directly in it
 * @param free bytes not taken
 * @param largestHole the largest contiguous free range, bytes
 */
public record WindowUse(WindowId id, ResourceType type, AddressRange range, long used, long free, long largestHole) {

    /** Counts what no child covers: windows that powernv opened overlap their neighbours, in any order. */
    static WindowUse of(Region window) {
        List<AddressRange> taken = window.children().stream().map(Region::range).sorted().toList();
        long free = 0;
        long largestHole = 0;
        Optional<AddressRange> rest = Optional.of(window.range());
        for (AddressRange child : taken) {
            long hole = rest.map(open -> Unsigned.subtractSaturated(child.start(), open.start())).orElse(0L);
            free += hole;
            largestHole = Unsigned.max(largestHole, hole);
            rest = rest.flatMap(open -> behind(open, child));
        }
        long last = rest.map(AddressRange::size).orElse(0L);
        long size = window.range().size();
        return new WindowUse(window.windowId.orElseThrow(), Flags.typeOf(window.flags), window.range(), size - free - last,
                free + last, Unsigned.max(largestHole, last));
    }

    /** What {@code open} has behind {@code child}. */
    private static Optional<AddressRange> behind(AddressRange open, AddressRange child) {
        if (Unsigned.lessOrEqual(open.end(), child.end())) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(Unsigned.max(open.start(), child.end() + 1), open.end()));
    }
}
