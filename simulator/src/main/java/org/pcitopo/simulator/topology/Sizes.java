package org.pcitopo.simulator.topology;

/** Sizes as people write them. */
public final class Sizes {

    private static final int SHORT = 5;
    private static final String SUFFIXES = "KMGTPE";
    private static final int BITS_PER_SUFFIX = 10;

    private Sizes() {
    }

    /**
     * {@code bytes} (unsigned), exact, with the largest suffix that leaves a whole number: {@code 0}, {@code 256}, {@code 16K},
     * {@code 5M}.
     */
    public static String text(long bytes) {
        if (bytes == 0) {
            return "0";
        }
        int steps = Math.min(Long.numberOfTrailingZeros(bytes) / BITS_PER_SUFFIX, SUFFIXES.length());
        String number = Long.toUnsignedString(bytes >>> (BITS_PER_SUFFIX * steps));
        return steps == 0 ? number : number + SUFFIXES.charAt(steps - 1);
    }

    /** As {@link #text} where that is short, else rounded down to a tenth of its largest unit: {@code ~1023.9G}. */
    public static String about(long bytes) {
        String exact = text(bytes);
        if (exact.length() <= SHORT) {
            return exact;
        }
        int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / BITS_PER_SUFFIX;
        int shift = unit * BITS_PER_SUFFIX;
        long whole = bytes >>> shift;
        long tenths = (bytes >>> (shift - BITS_PER_SUFFIX) & ((1L << BITS_PER_SUFFIX) - 1)) * 10 >>> BITS_PER_SUFFIX;
        return "~" + whole + "." + tenths + SUFFIXES.charAt(unit - 1);
    }
}
