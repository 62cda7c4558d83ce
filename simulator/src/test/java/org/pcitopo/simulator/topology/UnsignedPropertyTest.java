package org.pcitopo.simulator.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Checked against arithmetic without limits. */
class UnsignedPropertyTest {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger LARGEST = LIMIT.subtract(BigInteger.ONE);

    private static BigInteger big(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    @Property
    void comparesUnsigned(@ForAll long a, @ForAll long b) {
        assertEquals(big(a).compareTo(big(b)) < 0, Unsigned.less(a, b));
        assertEquals(big(a).compareTo(big(b)) <= 0, Unsigned.lessOrEqual(a, b));
        assertEquals(big(a).min(big(b)), big(Unsigned.min(a, b)));
        assertEquals(big(a).max(big(b)), big(Unsigned.max(a, b)));
    }

    @Property
    void sumsDifferencesAndProductsStopAtTheLimits(@ForAll long a, @ForAll long b) {
        assertEquals(big(a).add(big(b)).min(LARGEST), big(Unsigned.addSaturated(a, b)));
        assertEquals(big(a).subtract(big(b)).max(BigInteger.ZERO), big(Unsigned.subtractSaturated(a, b)));
        assertEquals(big(a).multiply(big(b)).min(LARGEST), big(Unsigned.multiplySaturated(a, b)));
    }

    @Property
    void aligningUpGivesTheNextMultiple(@ForAll long value, @ForAll @IntRange(max = 63) int order) {
        BigInteger alignment = BigInteger.ONE.shiftLeft(order);
        BigInteger expected = big(value).add(alignment).subtract(BigInteger.ONE).divide(alignment).multiply(alignment);
        assertEquals(expected.mod(LIMIT), big(Unsigned.alignUp(value, 1L << order)));
    }

    @Property
    void aligningDownGivesTheMultipleBelow(@ForAll long value, @ForAll @IntRange(max = 63) int order) {
        BigInteger alignment = BigInteger.ONE.shiftLeft(order);
        BigInteger expected = big(value).divide(alignment).multiply(alignment);
        assertEquals(expected, big(Unsigned.alignDown(value, 1L << order)));
        assertTrue(Unsigned.isAligned(expected.longValue(), 1L << order));
    }

    @Property
    void powersOfTwoHaveTheirExponent(@ForAll @IntRange(max = 63) int order) {
        assertTrue(Unsigned.isPowerOfTwo(1L << order));
        assertEquals(order, Unsigned.log2(1L << order));
    }
}
