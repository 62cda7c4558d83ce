package org.pcitopo.simulator.assign;

import java.util.Collection;

/** Which placed resources stand in the way of failed ones (behaviour specification 6.6). */
final class FailedTypes {

    private final int mask;

    FailedTypes(Collection<Request> failed) {
        int bits = 0;
        for (Request request : failed) {
            bits |= request.type() & (Flags.SPACE | Flags.PREFETCH);
        }
        mask = bits;
    }

    /** Whether {@code region}, which has a place, gives it up for another attempt. */
    boolean releases(Region region) {
        if (region.has(Flags.IO)) {
            return (mask & Flags.IO) != 0;
        }
        if (region.has(Flags.PREFETCH)) {
            boolean inPlainWindow = !region.parent().orElseThrow().has(Flags.PREFETCH);
            return (mask & Flags.PREFETCH) != 0 || (mask & Flags.MEM) != 0 && inPlainWindow;
        }
        return (mask & Flags.MEM) != 0;
    }
}
