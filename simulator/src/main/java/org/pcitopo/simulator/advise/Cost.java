package org.pcitopo.simulator.advise;

import java.util.Comparator;

/**
 * What a command line costs, in the order in which it matters. Of several boots the numbers are added up.
 *
 * @param moved functions of which a BAR, ROM or VF BAR has another place than without the change
 * @param enlarged BARs and ROMs to which the kernel gives more than the hardware decodes, which software that reads sizes takes
 *     for the hardware's
 * @param entries entries of {@code resource_alignment=} and options that govern windows ({@code realloc}, {@code hp*size=}) on the
 *     command line
 * @param space bytes of memory taken in the host's windows, unsigned
 * @param text the command line, of which the shorter is better
 */
public record Cost(int moved, int enlarged, int entries, long space, String text) implements Comparable<Cost> {

    private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::moved).thenComparingInt(Cost::enlarged)
            .thenComparingInt(Cost::entries).thenComparing(Cost::space, Long::compareUnsigned)
            .thenComparingInt(cost -> cost.text().length()).thenComparing(Cost::text);

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
