package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** What an alignment request does to a function (behaviour specification 3, 8.3). */
class RealignerTest {

    private static final String REQUEST = "resource_alignment=16@00:01.0";

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "4.10", "4.14", "6.1", "7.3"})
    void enlargesMemoryBarsAndRomsAndNoPorts(String kernel) {
        PaperMachine.arm64("01.0 m32:256 io:256 p64:4K rom:2K").boot(kernel, REQUEST).sizes("""
                00:01.0 bar0 0x10000
                00:01.0 bar1 0x100
                00:01.0 bar2 0x10000
                00:01.0 rom 0x10000
                """);
    }

    @ParameterizedTest
    @CsvSource({"4.5, assigned", "4.8, assigned", "4.11, assigned", "4.12, claimed", "7.3, claimed"})
    void whatIsLargeEnoughStaysFrom412(String kernel, String state) {
        PaperMachine.x86("01.0 ED@0x80100000").boot(kernel, REQUEST).states("00:01.0 bar0 " + state);
    }

    /** Not the address counts but the size: an aligned BAR moves all the same. */
    @Test
    void whatIsAlignedButSmallMoves() {
        PaperMachine.x86("01.0 SD@0x80100000").boot("6.12", REQUEST).places("00:01.0 bar0 0x80000000-0x8000ffff");
    }

    @ParameterizedTest
    @CsvSource({"4.8, unassigned", "4.9, fixed", "4.12, fixed", "7.3, fixed"})
    void fixedBarsStayFrom49(String kernel, String state) {
        PaperMachine.arm64("01.0 m32:256@0x10000000,fixed").boot(kernel, REQUEST).states("00:01.0 bar0 " + state);
    }

    @Test
    void aShadowRomIsFixed() {
        PaperMachine.x86("01.0 rom:128K@0xc0000,shadow").boot("6.12", "resource_alignment=20@00:01.0")
                .sizes("00:01.0 rom 0x20000");
    }

    @Test
    void virtualFunctionsBarsAreReadTooLate() {
        PaperMachine.arm64("01.0 m32:256 vf:m64:4K*2").boot("6.12", REQUEST).sizes("00:01.0 vfbar0 0x2000");
    }

    @Test
    void aHostBridgeIsLeftAlone() {
        PaperMachine.arm64("01.0 m32:256 class=0600").boot("6.12", REQUEST).sizes("00:01.0 bar0 0x100");
    }

    @Test
    void whyAHostBridgeIsLeftAloneIsTold() {
        List<String> ignored = PaperMachine.arm64("01.0 m32:256 class=0600").boot("6.12", REQUEST)
                .events(TraceEvent.RequestIgnored.class, event -> event.function() + " " + event.reason());
        assertEquals(List.of("0000:00:01.0 it is a host bridge"), ignored);
    }

    @Test
    void barsOfABridgeAreEnlarged() {
        PaperMachine.arm64("""
                01.0 PORT {
                }
                """).boot("6.12", REQUEST).sizes("00:01.0 bar0 0x10000");
    }

    /** The windows are sized afresh from what is behind them; only I/O stays. */
    @Test
    void firmwaresMemoryWindowsOfANamedBridgeAreForgotten() {
        PaperMachine.x86("""
                01.0 BR io=0x2000-0x3fff mem=0x90000000-0x901fffff {
                    00.0 SD@0x90000000 io:256@0x2000
                }
                """).boot("6.12", REQUEST).states("""
                00:01.0 io claimed
                00:01.0 mem assigned
                01:00.0 bar0 assigned
                01:00.0 bar1 claimed
                """);
    }

    /** The request switches memory decoding off, so the other function, whose decoder is on, is first to claim. */
    @Test
    void aNamedFunctionClaimsLate() {
        String both = """
                01.0 ED@0x80100000
                02.0 ED@0x80100000
                """;
        PaperMachine.x86(both).boot("6.12").states("00:01.0 bar0 claimed");
        PaperMachine.x86(both).boot("6.12", REQUEST).states("00:02.0 bar0 claimed");
    }

    @Test
    void theFirstMatchingEntryDecides() {
        PaperMachine.arm64("01.0 SD").boot("6.12", "resource_alignment=13@00:01.0;16@00:01.0").sizes("00:01.0 bar0 0x2000");
    }

    @ParameterizedTest
    @CsvSource({"4.11, 0x100", "4.12, 0x10000", "7.3, 0x10000"})
    void powernvAlignsToPagesOfItsOwnAccordFrom412(String kernel, String alignment) {
        PaperMachine.powernv9("00.0 SD").boot(kernel).alignments("00:00.0 bar0 " + alignment).sizes("00:00.0 bar0 0x100");
    }

    @Test
    void thePlatformCanSayOtherwise() {
        PaperMachine.powernv9("00.0 SD").defaultAlignment(0).boot("6.12").alignments("00:00.0 bar0 0x100");
    }

    @Test
    void aRequestReplacesTheDefault() {
        PaperMachine.powernv9("00.0 SD").boot("6.12", "resource_alignment=12@00:00.0").sizes("00:00.0 bar0 0x1000");
    }

    @Test
    void powernvForgetsWhatFirmwareLeft() {
        PaperMachine.powernv9("00.0 m32:1M@0x600c000400000").boot("6.12").places("00:00.0 bar0 0x600c000000000-0x600c0000fffff");
    }

    /** Behaviour specification 8.3: {@code start = max(align, size)}, the size unchanged, large BARs as well. */
    @Test
    void theSeriesKeepsSizesWithNoresize() {
        PaperMachine.arm64("01.0 m32:256 m32:1M").boot("v4", "resource_alignment=16@*:*:*.*:noresize").sizes("""
                00:01.0 bar0 0x100
                00:01.0 bar1 0x100000
                """).alignments("""
                00:01.0 bar0 0x10000
                00:01.0 bar1 0x100000
                """);
    }

    @Test
    void theSeriesResizesWithoutThatSuffix() {
        PaperMachine.arm64("01.0 SD").boot("v4", "resource_alignment=16@*:*:*.*").sizes("00:01.0 bar0 0x10000");
    }

    /** On 64-bit shifts -1 counts as 63 (C9): nothing that large has room. */
    @Test
    void aNegativeOrderLosesTheBar() {
        PaperMachine.arm64("01.0 SD").boot("6.1", "resource_alignment=-1@00:01.0").places("00:01.0 bar0 -");
    }

    /** Before, the request took the address away that could have been claimed. */
    @ParameterizedTest
    @CsvSource({"4.8, unassigned", "4.9, claimed", "6.12, claimed"})
    void probeOnlyIgnoresRequestsFrom49(String kernel, String state) {
        PaperMachine.arm64("01.0 m32:256@0x10000000").probeOnly().boot(kernel, REQUEST).states("00:01.0 bar0 " + state);
    }
}
