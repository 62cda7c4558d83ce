package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.PciAddress;

/** The line that a person can paste, and what is said where there is none. */
class AdvisorTest {

    private static final long K64 = 65536;

    private static Advice advise(PaperMachine machine, String kernel, String commandLine, long pageSize, String... functions) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        Simulation simulation = Simulator.simulate(machine.topology(), Boot.of("paper", rules, pageSize, commandLine));
        Set<PciAddress> wanted = Stream.of(functions).map(text -> PciAddress.parse(text).orElseThrow()).collect(Collectors.toSet());
        return Advisor.advise(Question.of(simulation, wanted), () -> false);
    }

    private static String best(Advice advice) {
        return advice.best().map(Proposal::commandLine).orElse("none");
    }

    private static final PaperMachine FOUR_DRIVES = PaperMachine.arm64("""
            04.0 NV
            05.0 NV
            06.0 NV
            07.0 NV
            """);

    @Test
    void drivesInOnePageAreAskedForTogether() {
        Advice advice = advise(FOUR_DRIVES, "6.12", "quiet", K64, "00:04.0", "00:05.0", "00:06.0", "00:07.0");

        // The last begins a page then and has it to itself, without being enlarged.
        assertEquals("quiet pci=resource_alignment=00:04.0;00:05.0;00:06.0", best(advice));
        assertTrue(advice.complete());
    }

    @Test
    void aLineWithFewerEntriesIsToldBesideIt() {
        Advice advice = advise(FOUR_DRIVES, "6.12", "quiet", K64, "00:04.0", "00:05.0", "00:06.0", "00:07.0");

        assertEquals("quiet pci=resource_alignment=pci:1b36:1000", advice.simpler().orElseThrow().commandLine());
        assertEquals(4, advice.simpler().orElseThrow().cost().enlarged());
    }

    @Test
    void whatIsMappedNeedsNothing() {
        Advice advice = advise(FOUR_DRIVES, "6.12", "", 4096, "00:04.0", "00:05.0");

        assertTrue(advice.nothingToDo() && advice.best().isEmpty() && advice.complete());
    }

    @Test
    void theNeighbourIsMovedWhereThatCostsLess() {
        PaperMachine machine = PaperMachine.x86("""
                01.0 m32:256@0x80001000 m32:256@0x80003000
                02.0 SD@0x80001100
                """);

        Advice advice = advise(machine, "6.12", "", 4096, "00:01.0");

        assertEquals("pci=resource_alignment=00:02.0", best(advice));
        assertEquals(1, advice.best().orElseThrow().cost().enlarged());
    }

    @Test
    void ofOneFunctionThePageSuffices() {
        PaperMachine machine = PaperMachine.x86("""
                01.0 TD@0x80000000
                02.0 SD@0x80001100
                """);

        assertEquals("pci=resource_alignment=00:02.0", best(advise(machine, "6.12", "", 4096, "00:02.0")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pci=noats,nomsi quiet      | pci=noats,nomsi,resource_alignment=00:02.0 quiet",
        "quiet -- single            | quiet pci=resource_alignment=00:02.0 -- single",
        "pci=\"nomsi\" quiet        | pci=\"nomsi,resource_alignment=00:02.0\" quiet",
        "pci=nomsi,realloc          | pci=nomsi,resource_alignment=00:02.0",
        "pci=resource_alignment=12@00:05.0 | pci=resource_alignment=00:02.0",
        "pci=resource_alignment=12@00:01.0 | pci=resource_alignment=00:02.0"})
    void theOldTextIsChangedWhereItHasToBe(String before, String after) {
        PaperMachine machine = PaperMachine.x86("""
                01.0 SD@0x80000000
                02.0 SD@0x80001100
                """);

        assertEquals(after, best(advise(machine, "6.12", before, 4096, "00:02.0")));
    }

    @Test
    void anEntryThatDoesHarmIsTakenAway() {
        PaperMachine machine = PaperMachine.powernv9("""
                00.0 RPn {
                    00.0 PP {
                        01.0 SD
                        02.0 SD
                        03.0 SD
                    }
                }
                """);

        assertEquals("", best(advise(machine, "6.12", "pci=resource_alignment=12@pci:1b36:0007", K64, "02:01.0", "02:03.0")));
    }

    @Test
    void roomIsMadeByReallocatingWhereFirmwaresWindowIsTooSmall() {
        PaperMachine machine = PaperMachine.x86("""
                01.0 RPn mem=0x80000000-0x800fffff bus=1 {
                    00.0 m32:1M@0x80000000 m32:1M
                }
                """);

        assertEquals("pci=realloc", best(advise(machine, "6.12", "", 4096, "01:00.0")));
    }

    @Test
    void theSeriesKeepsSizes() {
        Advice advice = advise(FOUR_DRIVES, "v4", "", K64, "00:04.0", "00:05.0", "00:06.0", "00:07.0");

        assertEquals(0, advice.best().orElseThrow().cost().enlarged());
        assertTrue(best(advice).endsWith(":noresize"), best(advice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "4.7", "4.8", "4.12", "4.19", "5.10", "6.1", "6.18", "7.3"})
    void everyReleaseGetsALineThatItReads(String kernel) {
        Advice advice = advise(FOUR_DRIVES, kernel, "", K64, "00:04.0", "00:05.0", "00:06.0", "00:07.0");

        assertTrue(advice.best().isPresent(), kernel);
    }

    @Test
    void oneLineServesTwoKernels() {
        KernelRules old = KernelRules.mainline(KernelRelease.of("4.5"));
        KernelRules current = KernelRules.mainline(KernelRelease.of("6.12"));
        List<Boot> boots = List.of(Boot.of("a", old, K64, ""), Boot.of("b", current, K64, ""));
        Simulation one = Simulator.simulate(FOUR_DRIVES.topology(), boots.get(0));
        PciAddress drive = PciAddress.parse("00:04.0").orElseThrow();

        Advice advice = Advisor.advise(new Question(FOUR_DRIVES.topology(), boots, Question.wanted(one, Set.of(drive))),
                () -> false);

        assertFalse(best(advice).contains("pci:1b36"), best(advice));
        assertTrue(advice.best().orElseThrow().outcomes().size() == 2);
    }

    @Test
    void whereSomethingWouldBeLostOnlyTheTradeOffIsTold() {
        PaperMachine machine = PaperMachine.arm64("""
                04.0 m32:16K
                05.0 m32:16K
                """).windows("mem 0x10000000-0x1000ffff");

        Advice advice = advise(machine, "6.12", "", K64, "00:04.0");

        assertTrue(advice.best().isEmpty() && advice.complete());
        assertEquals(List.of("0000:00:05.0 BAR 0"),
                advice.tradeOff().orElseThrow().lost().stream().map(Object::toString).toList());
    }

    @Test
    void theBestSoFarIsTheAnswerWhenTimeIsOver() {
        Simulation simulation = Simulator.simulate(FOUR_DRIVES.topology(),
                Boot.of("paper", KernelRules.mainline(KernelRelease.of("6.12")), K64, ""));
        PciAddress drive = PciAddress.parse("00:05.0").orElseThrow();
        int[] left = {40};

        Advice advice = Advisor.advise(Question.of(simulation, Set.of(drive)), () -> left[0]-- <= 0);

        assertFalse(advice.complete());
        assertTrue(advice.best().isPresent() && advice.tried() <= 40);
    }

    @Test
    void theEditIsAsSmallAsItCanBe() {
        TextChange change = advise(FOUR_DRIVES, "6.12", "quiet splash", K64, "00:04.0", "00:05.0", "00:06.0", "00:07.0").best()
                .orElseThrow().change();

        assertEquals(new TextChange(12, 12, " pci=resource_alignment=00:04.0;00:05.0;00:06.0"), change);
    }

    @Test
    void aLineThatTheKernelWouldCutOffIsNotProposed() {
        PaperMachine machine = PaperMachine.x86("""
                01.0 SD@0x80000000
                02.0 SD@0x80001100
                """);

        assertEquals("none", best(advise(machine, "6.12", "x".repeat(2040), 4096, "00:02.0")));
    }
}
