package org.pcitopo.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.topology.AddressRange;

/** Where addresses stand from left to right. */
class AxisTest {

    private static final long PAGE = 0x1000;
    private static final AddressRange WINDOW = new AddressRange(0x80_0000_0000L, 0xff_ffff_ffffL);

    private static AddressRange at(long start, long size) {
        return AddressRange.ofSize(start, size);
    }

    @Test
    void anEmptyWindowIsOnePiece() {
        Axis axis = Axis.of(WINDOW, List.of(), List.of(), PAGE);
        assertEquals(List.of(new Axis.Piece(WINDOW, 0, 1, false)), axis.pieces());
    }

    @Test
    void theGapBehindWhatIsUsedIsABreak() {
        Axis axis = Axis.of(WINDOW, List.of(at(0x80_0000_0000L, 0x4000)), List.of(), PAGE);
        assertEquals(List.of(false, true), axis.pieces().stream().map(Axis.Piece::collapsed).toList());
    }

    @Test
    void whatIsUsedIsToScale() {
        Axis axis = Axis.of(WINDOW, List.of(at(0x80_0000_0000L, 0x4000), at(0x80_0000_4000L, 0xc000)), List.of(), PAGE);
        assertEquals(4 * axis.position(0x80_0000_4000L), axis.position(0x80_0001_0000L), 1e-12);
    }

    @Test
    void aShortGapStaysToScale() {
        Axis axis = Axis.of(WINDOW, List.of(at(0x80_0000_0000L, 0x10_0000), at(0x80_0010_2000L, 0x10_0000)), List.of(), PAGE);
        assertEquals(2, axis.pieces().size());
    }

    @Test
    void aPageBesideTerabytesHasRoom() {
        AddressRange window = new AddressRange(0, 0x3ff_ffff_ffffL);
        Axis axis = Axis.of(window, List.of(at(0, PAGE), at(0x200_0000_0000L, 0x100_0000_0000L)), List.of(), PAGE);
        assertTrue(axis.position(PAGE) > 0.2, axis.toString());
    }

    @Test
    void theTopOfTheAddressSpaceIsAPlace() {
        AddressRange top = new AddressRange(-0x1_0000L, -1L);
        Axis axis = Axis.of(AddressRange.EVERYTHING, List.of(top), List.of(), PAGE);
        assertEquals(List.of(true, false), axis.pieces().stream().map(Axis.Piece::collapsed).toList());
        assertEquals(1, axis.endPosition(top));
        assertEquals(axis.pieces().get(1).from(), axis.position(-0x1_0000L));
    }

    @Test
    void addressesAboveTheSignBitAreUnsigned() {
        assertEquals(0x1p63, Axis.toDouble(Long.MIN_VALUE));
        assertEquals(0x1p64, Axis.toDouble(-1L));
    }

    @Test
    void aPieceBeginsAndEndsWithAPage() {
        Axis axis = Axis.of(WINDOW, List.of(at(0x80_0000_0100L, 0x100)), List.of(), PAGE);
        assertEquals(at(0x80_0000_0000L, PAGE), axis.pieces().get(0).range());
    }

    @Test
    void whatIsFreeInAWindowIsABreakOfItsOwn() {
        Axis axis = Axis.of(WINDOW, List.of(at(0x80_0000_0000L, PAGE)), List.of(0x80_0010_0000L), PAGE);
        assertEquals(List.of(false, true, true), axis.pieces().stream().map(Axis.Piece::collapsed).toList());
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        Axis axis = Axis.of(WINDOW, List.of(at(0, PAGE)), List.of(), PAGE);
        assertEquals(1, axis.pieces().size());
    }

    @Property
    void piecesCoverTheWindowInOrder(@ForAll @Size(max = 20) List<Long> starts, @ForAll long windowStart) {
        AddressRange window = new AddressRange(windowStart & Long.MAX_VALUE, -1L);
        Axis axis = Axis.of(window, ranges(starts), List.of(), PAGE);
        assertEquals(window.start(), axis.pieces().get(0).range().start());
        assertEquals(window.end(), axis.pieces().get(axis.pieces().size() - 1).range().end());
        for (int i = 1; i < axis.pieces().size(); i++) {
            assertEquals(axis.pieces().get(i - 1).range().end() + 1, axis.pieces().get(i).range().start());
            assertEquals(axis.pieces().get(i - 1).to(), axis.pieces().get(i).from());
        }
    }

    @Property
    void higherAddressesStandNoFurtherLeft(@ForAll @Size(max = 20) List<Long> starts, @ForAll long a, @ForAll long b) {
        Axis axis = Axis.of(AddressRange.EVERYTHING, ranges(starts), List.of(), PAGE);
        boolean inOrder = Long.compareUnsigned(a, b) <= 0;
        double first = axis.position(inOrder ? a : b);
        double second = axis.position(inOrder ? b : a);
        assertFalse(first > second || first < 0 || second > 1, first + " " + second);
    }

    private static List<AddressRange> ranges(List<Long> starts) {
        List<AddressRange> ranges = new ArrayList<>();
        starts.forEach(start -> AddressRange.tryOfSize(start, 0x3000).ifPresent(ranges::add));
        return ranges;
    }
}
