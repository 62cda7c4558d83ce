package org.pcitopo.simulator.advise;

import java.util.List;
import org.pcitopo.simulator.cmdline.MatchTarget;

/**
 * A function that a request can name, as the search sees it.
 *
 * @param index its place among all functions
 * @param match what a request can know of it
 * @param root the first function on the way from its root bus, by which machines fall into parts
 * @param sizes bytes of the memory BARs and the ROM that a request can touch
 * @param everyBar whether a request places every memory BAR anew, whatever its size (before 4.12)
 * @param losesWindows whether a request makes the kernel forget the windows that firmware left in it
 */
record Target(int index, MatchTarget match, String root, List<Long> sizes, boolean everyBar, boolean losesWindows) {

    Target {
        sizes = List.copyOf(sizes);
    }

    /** Whether a request of {@code alignment} bytes changes anything. */
    boolean feels(long alignment) {
        return losesWindows || !sizes.isEmpty() && everyBar
                || sizes.stream().anyMatch(size -> Long.compareUnsigned(size, alignment) < 0);
    }
}
