package org.pcitopo.simulator.advise;

import java.util.List;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Everything about a command line but the functions that new entries name.
 *
 * @param kept the entries that stay, by their places in the old list
 * @param options what becomes of other options
 * @param order the order of the new entries, 0 to leave it out, which asks for a page
 * @param keepsSize whether the new entries say {@code :noresize}, which the 2016 series alone reads
 */
record Variant(List<Integer> kept, OptionChange options, int order, boolean keepsSize) {

    Variant {
        kept = List.copyOf(kept);
    }

    /** Bytes that a new entry asks for. */
    long alignment(long pageSize) {
        return order == 0 ? pageSize : 1L << order;
    }

    /** Whether new entries ask for more than a page. */
    boolean exceeds(long pageSize) {
        return order != 0 && Unsigned.less(pageSize, 1L << order);
    }
}
