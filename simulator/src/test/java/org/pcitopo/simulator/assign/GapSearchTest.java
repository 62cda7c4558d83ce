package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.AddressRange;

/** First fit, lowest address, in the free gaps of a window (behaviour specification 6.3, 6.4). */
class GapSearchTest {

    private static final Workbench ARM64 = bench(PaperMachine.arm64(""), "6.12");

    private static Workbench bench(PaperMachine machine, String kernel) {
        return Workbench.of(machine, kernel);
    }

    private static Region memory(long start, long end, AddressRange... taken) {
        return Workbench.taking(Workbench.window(Flags.MEM, start, end), taken);
    }

    private static AddressRange range(long start, long end) {
        return new AddressRange(start, end);
    }

    private static String find(Workbench bench, Region window, long size, long alignment) {
        return find(bench, window, AddressRange.EVERYTHING, size, alignment, 1L << 20);
    }

    private static String find(Workbench bench, Region window, AddressRange bounds, long size, long alignment, long step) {
        Region wanted = Region.reserved("wanted", window.flags, range(0, 0));
        return new GapSearch(bench.context).find(window, new GapSearch.Wanted(bounds, size, alignment, wanted, step))
                .map(AddressRange::toString).orElse("none");
    }

    @Test
    void anEmptyWindowIsFilledFromItsStart() {
        assertEquals("0x10000000-0x10000fff", find(ARM64, memory(0x10000000, 0x1fffffff), 0x1000, 0x1000));
    }

    @Test
    void theStartIsAligned() {
        assertEquals("0x10100000-0x101fffff", find(ARM64, memory(0x10000800, 0x1fffffff), 0x100000, 0x100000));
    }

    @Test
    void theLowestGapThatIsLargeEnoughIsTaken() {
        Region window = memory(0x10000000, 0x1fffffff, range(0x10001000, 0x10002fff), range(0x10004000, 0x10004fff));
        assertEquals("0x10000000-0x10000fff", find(ARM64, window, 0x1000, 0x1000));
        assertEquals("0x10006000-0x10007fff", find(ARM64, window, 0x2000, 0x2000));
    }

    @Test
    void aGapIsFilledToItsLastByte() {
        Region window = memory(0x10000000, 0x10002fff, range(0x10000000, 0x10000fff), range(0x10002000, 0x10002fff));
        assertEquals("0x10001000-0x10001fff", find(ARM64, window, 0x1000, 0x1000));
    }

    @Test
    void whatIsTooLargeFindsNothing() {
        assertEquals("none", find(ARM64, memory(0x10000000, 0x10000fff), 0x2000, 0x1000));
    }

    @Test
    void aFullWindowOffersNothing() {
        assertEquals("none", find(ARM64, memory(0x10000000, 0x10000fff, range(0x10000000, 0x10000fff)), 0x1000, 0x1000));
    }

    @Test
    void boundsAreKept() {
        assertEquals("0x10002000-0x10002fff",
                find(ARM64, memory(0x10000000, 0x1fffffff), range(0x10001800, 0x1fffffff), 0x1000, 0x1000, 1L << 20));
    }

    @Test
    void onlyWithinBounds() {
        assertEquals("none", find(ARM64, memory(0x10000000, 0x1fffffff), range(0, 0x10000ffe), 0x1000, 0x1000, 1L << 20));
    }

    /** The window's own occupant may grow over the place that it has. */
    @Test
    void itsOwnPlaceCountsAsFree() {
        Region window = memory(0x10000000, 0x1fffffff, range(0x10002000, 0x10002fff));
        Region own = window.children().get(0);
        GapSearch.Wanted wanted = new GapSearch.Wanted(AddressRange.EVERYTHING, 0x4000, 0x1000, own, 1L << 20);
        assertEquals("0x10000000-0x10003fff",
                new GapSearch(ARM64.context).find(window, wanted).map(AddressRange::toString).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # window up to the last address, size, alignment, place
            0xfffffffffff00000, 0x1000,             0x1000,             0xfffffffffff00000-0xfffffffffff00fff
            0xfffffffffff00000, 0x100000,           0x100000,           0xfffffffffff00000-0xffffffffffffffff
            0xfffffffffff00001, 0x1000,             0x100000,           none
            0xfffffffffff00001, 0x1000,             0x8000000000000000, none
            0x8000000000000001, 0x1,                0x8000000000000000, none
            0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000-0xffffffffffffffff
            0x0000000000000000, 0x8000000000000000, 0x8000000000000000, 0x00000000-0x7fffffffffffffff
            """)
    void addressesDoNotWrapAround(String start, String size, String alignment, String place) {
        assertEquals(place, find(ARM64, memory(number(start), -1L), number(size), number(alignment)));
    }

    @Test
    void aTakenLastAddressEndsTheSearch() {
        Region window = memory(0xfffffffffff00000L, -1L, range(0xfffffffffff00000L, -1L));
        assertEquals("none", find(ARM64, window, 0x1000, 0x1000));
    }

    @Test
    void aTakenFirstAddressIsNoGap() {
        assertEquals("0x00001000-0x00001fff", find(ARM64, memory(0, 0xffff, range(0, 0xfff)), 0x1000, 0x1000));
    }

    /** Sizes and alignments that hardware cannot have end the search, not the program. */
    @ParameterizedTest
    @CsvSource({"0, 0x1000", "0x1000, 0", "0, 0", "3000, 3000", "-1, 0x1000", "0x1000, -1"})
    void oddRequestsEnd(String size, String alignment) {
        find(ARM64, memory(0, -1L), Long.decode(size), Long.decode(alignment));
        find(ARM64, memory(0xfffff000L, 0xffffffffL, range(0xfffff100L, 0xfffff1ffL)), Long.decode(size), Long.decode(alignment));
    }

    @Test
    void x86KeepsClearOfTheBiosArea() {
        Workbench x86 = bench(PaperMachine.x86(""), "6.12");
        assertEquals("none", find(x86, memory(0xffe00000L, 0xffffffffL), 0x1000, 0x1000));
    }

    @ParameterizedTest
    @CsvSource({"5.18, 0x90000000-0x90000fff", "5.19, 0x80000000-0x80000fff"})
    void x86KeepsClearOfTheMemoryMapUpTo518(String kernel, String place) {
        Workbench x86 = bench(PaperMachine.x86("").e820("0x80000000-0x8fffffff reserved"), kernel);
        assertEquals(place, find(x86, memory(0x80000000L, 0xafffffffL), 0x1000, 0x1000));
    }

    /** Only the larger side of what a map entry splits is looked at. */
    @Test
    void ofASplitGapTheLargerSideRemains() {
        Workbench x86 = bench(PaperMachine.x86("").e820("0x80001000-0x8fffffff reserved"), "5.18");
        assertEquals("0x90000000-0x90000fff", find(x86, memory(0x80000000L, 0xafffffffL), 0x1000, 0x1000));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # window of memory, place of 4K
            0xa0000,  0x00100000-0x00100fff
            0x100000, 0x00100000-0x00100fff
            """)
    void x86HandsOutNothingBelow1M(String start, String place) {
        assertEquals(place, find(bench(PaperMachine.x86(""), "6.12"), memory(Long.decode(start), 0x1fffff), 0x1000, 0x1000));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # where ports are free from, size, place with the alias rule
            0x1000, 0x100, 0x00001000-0x000010ff
            0x1100, 0x100, 0x00001400-0x000014ff
            0x1300, 0x100, 0x00001400-0x000014ff
            0x1400, 0x10,  0x00001400-0x0000140f
            0x1010, 0x10,  0x00001010-0x0000101f
            """)
    void portsKeepOffAliases(String free, String size, String place) {
        Region ports = Workbench.window(Flags.IO, Long.decode(free), 0xffff);
        assertEquals(place, find(bench(PaperMachine.x86(""), "6.12"), ports, Long.decode(size), Long.decode(size)));
    }

    @Test
    void skipIsaAlignTakesThem() {
        Workbench x86 = Workbench.of(PaperMachine.x86(""), "6.12", "skip_isa_align", false);
        assertEquals("0x00001100-0x000011ff", find(x86, Workbench.window(Flags.IO, 0x1100, 0xffff), 0x100, 0x100));
    }

    @Test
    void arm64KnowsNoAliases() {
        assertEquals("0x00001100-0x000011ff", find(ARM64, Workbench.window(Flags.IO, 0x1100, 0xffff), 0x100, 0x100));
    }

    /** 5M beyond a multiple of 256M go below the aligned start, if there is room. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, where memory is free from, place of 261M aligned to 256M
            7.0, 0x18000000, 0x20000000-0x304fffff
            7.1, 0x18000000, 0x1fb00000-0x2fffffff
            7.3, 0x18000000, 0x1fb00000-0x2fffffff
            7.3, 0x1fb00000, 0x1fb00000-0x2fffffff
            7.3, 0x1fc00000, 0x20000000-0x304fffff
            7.3, 0x20000000, 0x20000000-0x304fffff
            """)
    void theTailGoesInFrontFrom71(String kernel, String free, String place) {
        assertEquals(place, find(bench(PaperMachine.arm64(""), kernel), memory(Long.decode(free), 0x7fffffff), 261L << 20,
                256L << 20));
    }

    @Test
    void aTailThatIsNoWholeStepOfWindowsStays() {
        Workbench newest = bench(PaperMachine.arm64(""), "7.3");
        assertEquals("0x20000000-0x200000ff", find(newest, memory(0x18000000, 0x7fffffff), 0x100, 256L << 20));
    }

    @Test
    void portsHaveNoTail() {
        Workbench newest = bench(PaperMachine.arm64(""), "7.3");
        assertEquals("0x00004000-0x00008fff",
                find(newest, Workbench.window(Flags.IO, 0x1000, 0xffff), AddressRange.EVERYTHING, 0x5000, 0x4000, 0x1000));
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text.substring(2), 16);
    }
}
