package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** The four windows of a CardBus bridge (behaviour specification 1.6, 6.1). */
class CardBusSizingTest {

    private static final String BRIDGE = "01.0 CB {\n }";

    @ParameterizedTest
    @ValueSource(strings = {"4.14", "6.1", "6.12", "7.3"})
    void takeWhatTheyAlwaysTake(String kernel) {
        PaperMachine.arm64(BRIDGE).boot(kernel).sizes("""
                00:01.0 cb0 0x100
                00:01.0 cb1 0x100
                00:01.0 cb2 0x4000000
                00:01.0 cb3 0x4000000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1", "6.12", "7.3"})
    void optionsChangeThat(String kernel) {
        PaperMachine.arm64(BRIDGE).boot(kernel, "cbiosize=512,cbmemsize=16M").sizes("""
                00:01.0 cb0 0x200
                00:01.0 cb1 0x200
                00:01.0 cb2 0x1000000
                00:01.0 cb3 0x1000000
                """);
    }

    @Test
    void theyAreAlignedToTheirSize() {
        PaperMachine.arm64(BRIDGE).boot("6.12").alignments("00:01.0 cb3 0x4000000");
    }

    /** Where there is no room for them the rest does not suffer. */
    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void theyAreOptional(String kernel) {
        PaperMachine.arm64(BRIDGE + "\n02.0 ED").windows("mem 0x10000000-0x101fffff").boot(kernel).states("""
                00:01.0 cb3 unassigned
                00:02.0 bar0 assigned
                """);
    }

    @Test
    void cardsLieInThem() {
        PaperMachine.arm64("01.0 CB {\n 00.0 m32:4K\n }").boot("6.12").states("01:00.0 bar0 assigned");
    }

    /** The class decides over the alignment, of the bridge's own BAR too. */
    @Test
    void theBridgesBarIsAlignedLikeItsWindows() {
        PaperMachine.arm64(BRIDGE).boot("6.12").alignments("00:01.0 bar0 0x4000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cbmemsize=0", "cbiosize=0", "cbmemsize=3M", "cbmemsize=8E"})
    void oddSizesLoseTheWindowsAndNothingElse(String option) {
        PaperMachine.arm64(BRIDGE + "\n02.0 ED").boot("6.12", option).states("00:02.0 bar0 assigned");
    }
}
