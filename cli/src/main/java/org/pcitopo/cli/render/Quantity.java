package org.pcitopo.cli.render;

import org.pcitopo.simulator.topology.Sizes;

/** Sizes and numbers of things for people. */
final class Quantity {

    private static final String[] UNITS = {"", "K", "M", "G", "T", "P", "E"};
    private static final int BITS_PER_UNIT = 10;

    private static final int SHORT = 5;
    private static final int TENTHS = 10;

    private Quantity() {
    }

    /** {@code bytes} (unsigned) as the language and lspci write it: {@code 256}, {@code 16K}, {@code 8M}; exact. */
    static String size(long bytes) {
        return Sizes.text(bytes);
    }

    /** As {@link #size} where that is short, else rounded down to a tenth of its largest unit: {@code ~1023.9G}. */
    static String about(long bytes) {
        String exact = size(bytes);
        if (exact.length() <= SHORT) {
            return exact;
        }
        int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / BITS_PER_UNIT;
        int shift = unit * BITS_PER_UNIT;
        long whole = bytes >>> shift;
        long tenths = (bytes >>> (shift - BITS_PER_UNIT) & ((1L << BITS_PER_UNIT) - 1)) * TENTHS >>> BITS_PER_UNIT;
        return "~" + whole + "." + tenths + UNITS[unit];
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
