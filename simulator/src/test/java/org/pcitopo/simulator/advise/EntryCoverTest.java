package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.paper.PaperMachine;

/** The fewest entries, and no more functions than meant. */
class EntryCoverTest {

    private static final PaperMachine MACHINE = PaperMachine.x86("""
            01.0 SD
            02.0 SD
            03.0 m32:256
            04.0 m32:256
            """);

    private static List<String> entries(String kernel, int order, String wanted, String untouchable) {
        Simulation simulation = Asking.boot(MACHINE, kernel, "", 4096);
        EntryCover cover = new EntryCover(Targets.of(List.of(simulation)).all(), List.of(simulation.boot().rules()));
        return cover.entries(set(wanted), set(untouchable), new Variant(List.of(), OptionChange.NONE, order, false));
    }

    private static BitSet set(String bits) {
        BitSet set = new BitSet();
        for (int i = 0; i < bits.length(); i++) {
            set.set(i, bits.charAt(i) == '1');
        }
        return set;
    }

    @Test
    void oneFunctionIsNamedByItsAddress() {
        assertEquals(List.of("00:01.0"), entries("6.12", 0, "1000", "0111"));
    }

    @Test
    void functionsOfAKindAreNamedByTheirIds() {
        assertEquals(List.of("16@pci:1b36:0007"), entries("6.12", 16, "1100", "0011"));
    }

    @Test
    void idsAreAvoidedWhereOthersHaveThem() {
        assertEquals(List.of("00:01.0", "pci:1b36:1000"), entries("6.12", 0, "1011", "0100"));
    }

    @Test
    void anOpenEntryIsTakenWhereItSavesOne() {
        assertEquals(List.of("pci:0:0"), entries("6.12", 0, "1111", "0000"));
    }

    @Test
    void whatFeelsNothingMayBeNamedAlong() {
        assertEquals(List.of("pci:1b36:0007"), entries("6.12", 0, "1100", "0010"));
    }

    @Test
    void beforeIdsEveryoneIsNamedByAddress() {
        assertEquals(List.of("00:01.0", "00:02.0"), entries("4.5", 0, "1100", "0011"));
    }

    @Test
    void theSeriesHasWildcards() {
        assertEquals(List.of("*:*:*.*"), entries("v4", 0, "1111", "0000"));
    }
}
