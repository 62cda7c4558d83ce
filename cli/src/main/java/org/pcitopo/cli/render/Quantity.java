package org.pcitopo.cli.render;

import org.pcitopo.simulator.topology.Sizes;

/** Sizes and numbers of things for people. */
final class Quantity {

    private Quantity() {
    }

    /** {@code bytes} (unsigned) as the language and lspci write it: {@code 256}, {@code 16K}, {@code 8M}; exact. */
    static String size(long bytes) {
        return Sizes.text(bytes);
    }

    /** As {@link #size} where that is short, else rounded down to a tenth of its largest unit: {@code ~1023.9G}. */
    static String about(long bytes) {
        return Sizes.about(bytes);
    }

    /** {@code 1 window}, {@code 2 windows}. */
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** {@code 1 entry}, {@code 2 entries}. */
    static String count(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
