package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.PcitopoLanguage;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;

class ProblemFinderTest {

    private static final PcitopoLanguage LANGUAGE = PcitopoLanguage.create();
    private static final String TWO_SMALL = """
            device 01.0 a passthrough { BAR 0 [mem size 256] }
            device 02.0 b passthrough { BAR 0 [mem size 256] }
            """;

    private static CheckResult check(String text, CheckOptions options) {
        return ProblemFinder.check(LANGUAGE.read(text), options);
    }

    private static List<String> codes(CheckResult result) {
        return result.problems().stream().map(Problem::code).toList();
    }

    @Test
    void saysNothingOfASoundFile() {
        assertEquals(List.of(), codes(RuleCheck.all(Machines.pc("device 01.0 nic { BAR 0 [mem size 64K] }"))));
    }

    /** Wherever a check is, in the middle of a search for cures as well, it ends as soon as nobody wants to know any more. */
    @Test
    void aCheckEndsAtEachOfItsSteps() {
        Document document = LANGUAGE.read(Machines.pc(TWO_SMALL));
        AtomicInteger all = new AtomicInteger();
        ProblemFinder.check(document, CheckOptions.AS_WRITTEN, new CheckMemo(), all::incrementAndGet);
        for (int last = 1; last <= all.get(); last++) {
            AtomicInteger left = new AtomicInteger(last);
            assertThrows(CancellationException.class, () -> ProblemFinder.check(document, CheckOptions.AS_WRITTEN, new CheckMemo(), () -> {
                if (left.decrementAndGet() <= 0) {
                    throw new CancellationException();
                }
            }));
        }
    }

    @Test
    void aSearchForCuresHasSteps() {
        AtomicInteger few = new AtomicInteger();
        AtomicInteger many = new AtomicInteger();
        ProblemFinder.check(LANGUAGE.read(Machines.pc("device 01.0 nic { BAR 0 [mem size 64K] }")), CheckOptions.AS_WRITTEN, new CheckMemo(), few::incrementAndGet);
        ProblemFinder.check(LANGUAGE.read(Machines.pc(TWO_SMALL)), CheckOptions.AS_WRITTEN, new CheckMemo(), many::incrementAndGet);
        assertTrue(many.get() > few.get());
    }

    @Test
    void simulatesAHostThatNoBootNames() {
        assertEquals(List.of(new BootId("box", "", "6.12", 4096)),
                RuleCheck.all(Machines.pc("device 01.0")).boots().stream().map(CheckedBoot::id).toList());
    }

    @Test
    void simulatesEveryCellOfAMatrix() {
        assertEquals(4, RuleCheck.all(Machines.pcBoot(TWO_SMALL, "linux 6.1, 7.2\n page-size 4K, 64K")).boots().size());
    }

    @Test
    void saysOnceWhatHoldsInAllCells() {
        CheckResult result = RuleCheck.all(Machines.pcBoot(TWO_SMALL, "linux 6.1, 6.12, 7.2"));
        assertEquals(List.of("PCI301", "PCI301"), codes(result));
        assertEquals(3, result.problems().get(0).boots().size());
    }

    @Test
    void takesKernelsFromThePersonWhoAsks() {
        CheckOptions options = new CheckOptions(Optional.empty(), Optional.empty(),
                List.of(KernelRules.mainline(KernelRelease.of("4.18")), KernelRules.vfioMmapV4()), List.of(65536L),
                Optional.empty(), List.of(), Map.of());
        assertEquals(List.of(new BootId("box", "b", "4.18", 65536), new BootId("box", "b", "vfio-mmap-v4", 65536)),
                check(Machines.pcBoot(TWO_SMALL, "linux 6.1"), options).boots().stream().map(CheckedBoot::id).toList());
    }

    @Test
    void takesTheCommandLineFromThePersonWhoAsks() {
        CheckOptions options = new CheckOptions(Optional.empty(), Optional.empty(), List.of(), List.of(),
                Optional.of("pci=resource_alignment=12@0000:00:01.0"), List.of(), Map.of());
        List<Problem> problems = check(Machines.pcBoot(TWO_SMALL, "command-line \"quiet\""), options).problems();
        assertEquals(List.of(), problems);
    }

    @Test
    void looksAtTheChosenBootAlone() {
        String text = Machines.pcBoot(TWO_SMALL, "linux 6.1") + "boot other of box { }";
        CheckOptions options = new CheckOptions(Optional.of("box"), Optional.of("other"), List.of(), List.of(),
                Optional.empty(), List.of(), Map.of());
        assertEquals(List.of("other"), check(text, options).boots().stream().map(boot -> boot.id().boot()).toList());
    }

    @Test
    void reportsAnotherSeverityWhereAPersonWantsIt() {
        CheckOptions options = CheckOptions.AS_WRITTEN.withSeverities(Map.of("PCI301", Optional.of(Severity.ERROR)));
        assertEquals(Severity.ERROR, check(Machines.pc(TWO_SMALL), options).problems().get(0).severity());
    }

    @Test
    void leavesOutWhatAPersonSwitchesOff() {
        CheckOptions options = CheckOptions.AS_WRITTEN.withSeverities(Map.of("PCI301", Optional.empty()));
        assertEquals(List.of(), codes(check(Machines.pc(TWO_SMALL), options)));
    }

    @Test
    void saysNothingOfBootsThatBuildOnABrokenElement() {
        String text = Machines.pcBoot(TWO_SMALL + "device 03.0 : nosuchtype\n", "expect every BAR mapped");
        assertEquals(List.of("PCI002"), codes(RuleCheck.all(text)));
    }

    @Test
    void goesOnWithTheRestOfABrokenFile() {
        String text = "device-type broken { nonsense }\n" + Machines.pc(TWO_SMALL);
        assertEquals(List.of("PCI001", "PCI301", "PCI301"), codes(RuleCheck.all(text)));
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        Problem problem = RuleCheck.all("device-type t {\r\n  BAR 0 [mem size 24K]\r\n}\r\n").problems().get(0);
        assertEquals(List.of(2, 19, 2, 22), List.of(problem.place().line(), problem.place().column(),
                problem.place().endLine(), problem.place().endColumn()));
    }

    @Test
    void pointsIntoAnImportedFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("host.pcitopo"), Machines.pc(TWO_SMALL));
        Path file = folder.resolve("boots.pcitopo");
        CheckResult result = ProblemFinder.check(
                LANGUAGE.read(file, "import \"host.pcitopo\"\nboot b of box { }\n", List.of(folder)), CheckOptions.AS_WRITTEN);
        assertTrue(result.problems().get(0).place().file().endsWith("/host.pcitopo"), result.problems().toString());
        assertEquals(11, result.problems().get(0).place().line());
    }

    @Test
    void sortsByPlace() {
        CheckResult result = RuleCheck.all(Machines.pcBoot(TWO_SMALL, "command-line \"pci=foo\""));
        assertEquals(result.problems().stream().map(problem -> problem.place().offset()).sorted().toList(),
                result.problems().stream().map(problem -> problem.place().offset()).toList());
    }

    @Test
    void acceptsAnEmptyText() {
        assertEquals(List.of(), codes(RuleCheck.all("")));
    }
}
