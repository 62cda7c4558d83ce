package org.pcitopo.simulator.topology;

/**
 * Arithmetic on unsigned 64-bit values held in a {@code long}.
 *
 * <p>Alignments are powers of two. Where a result does not fit into 64 bits the method says what it returns.
 */
public final class Unsigned {

    private Unsigned() {
    }

    /** Whether {@code a < b}. */
    public static boolean less(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    /** Whether {@code a <= b}. */
    public static boolean lessOrEqual(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }

    /** The smaller of the two. */
    public static long min(long a, long b) {
        return less(a, b) ? a : b;
    }

    /** The larger of the two. */
    public static long max(long a, long b) {
        return less(a, b) ? b : a;
    }

    /** {@code value} rounded up to a multiple of {@code alignment}; wraps to 0 where that is 2<sup>64</sup>. */
    public static long alignUp(long value, long alignment) {
        return (value + alignment - 1) & -alignment;
    }

    /** {@code value} rounded down to a multiple of {@code alignment}. */
    public static long alignDown(long value, long alignment) {
        return value & -alignment;
    }

    /** Whether {@code value} is a multiple of {@code alignment}. */
    public static boolean isAligned(long value, long alignment) {
        return (value & (alignment - 1)) == 0;
    }

    /** Whether {@code value} has exactly one bit set. */
    public static boolean isPowerOfTwo(long value) {
        return Long.bitCount(value) == 1;
    }

    /** The exponent of the lowest set bit, 64 for 0. */
    public static int log2(long value) {
        return Long.numberOfTrailingZeros(value);
    }

    /** {@code a + b}, or 2<sup>64</sup> - 1 where the sum does not fit. */
    public static long addSaturated(long a, long b) {
        long sum = a + b;
        return less(sum, a) ? -1L : sum;
    }

    /** {@code a - b}, or 0 where {@code b} is larger. */
    public static long subtractSaturated(long a, long b) {
        return less(a, b) ? 0 : a - b;
    }

    /** {@code a * b}, or 2<sup>64</sup> - 1 where the product does not fit. */
    public static long multiplySaturated(long a, long b) {
        return unsignedHighWord(a, b) != 0 ? -1L : a * b;
    }

    /** The upper 64 bits of the 128-bit product ({@code Math.unsignedMultiplyHigh} of Java 18). */
    private static long unsignedHighWord(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
