package org.pcitopo.simulator.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranges are inclusive and unsigned, up to the very last address. */
class AddressRangePropertyTest {

    /** Addresses of all magnitudes, those around 2^63 and 2^64 among them. */
    @Provide
    Arbitrary<Long> addresses() {
        Arbitrary<Long> edges = Arbitraries.of(0L, 1L, 0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, -2L, -1L);
        Arbitrary<Long> any = Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 63))
                .as((value, shift) -> value >>> shift);
        return Arbitraries.oneOf(edges, any).withoutEdgeCases();
    }

    @Provide
    Arbitrary<AddressRange> ranges() {
        return Combinators.combine(addresses(), addresses())
                .as((a, b) -> new AddressRange(Unsigned.min(a, b), Unsigned.max(a, b)));
    }

    @Property
    void aRangeHoldsBothItsEnds(@ForAll("ranges") AddressRange range) {
        assertTrue(range.contains(range.start()) && range.contains(range.end()) && range.contains(range));
    }

    @Property
    void whatStartsAndHasASizeEndsThere(@ForAll("ranges") AddressRange range) {
        Assume.that(!range.equals(AddressRange.EVERYTHING));
        assertEquals(range, AddressRange.ofSize(range.start(), range.size()));
    }

    @Property
    void overlappingIsMutualAndMeansACommonAddress(@ForAll("ranges") AddressRange a, @ForAll("ranges") AddressRange b) {
        assertEquals(a.overlaps(b), b.overlaps(a));
        assertEquals(a.overlaps(b), a.intersection(b).isPresent());
    }

    @Property
    void anIntersectionLiesInBoth(@ForAll("ranges") AddressRange a, @ForAll("ranges") AddressRange b) {
        a.intersection(b).ifPresent(common -> assertTrue(a.contains(common) && b.contains(common)));
    }

    @Property
    void shiftingBackGivesTheSameRange(@ForAll("ranges") AddressRange range, @ForAll("addresses") long offset) {
        range.shifted(offset).ifPresent(moved -> assertEquals(range, moved.shifted(-offset).orElseThrow()));
    }

    @Property
    void aRangeThatWouldWrapAroundDoesNotExist(@ForAll("addresses") long start, @ForAll("addresses") long size) {
        boolean fits = size != 0 && !Unsigned.less(-1L - start, size - 1);
        assertEquals(fits, AddressRange.tryOfSize(start, size).isPresent());
    }

    @Property
    void aPageHoldsItsAddressAndStartsAligned(@ForAll("addresses") long address) {
        AddressRange page = AddressRange.pageOf(address, 4096);
        assertTrue(page.contains(address) && page.size() == 4096 && Unsigned.isAligned(page.start(), 4096));
    }

    @Property
    void reversedEndsAreRefused(@ForAll("addresses") long a, @ForAll("addresses") long b) {
        Assume.that(Unsigned.less(a, b));
        assertThrows(IllegalArgumentException.class, () -> new AddressRange(b, a));
    }

    @Property
    void orderIsUnsigned(@ForAll("ranges") AddressRange a, @ForAll("ranges") AddressRange b) {
        Assume.that(Unsigned.less(a.start(), b.start()));
        assertTrue(a.compareTo(b) < 0 && b.compareTo(a) > 0);
    }

    @Example
    void everythingHasNoSizeThatFits() {
        assertEquals(-1L, AddressRange.EVERYTHING.size());
        assertFalse(AddressRange.BELOW_4G.overlaps(AddressRange.ABOVE_4G));
    }
}
