package org.pcitopo.simulator.topology;

/** Sizes as people write them. */
public final class Sizes {

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
}
