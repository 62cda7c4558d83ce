package org.pcitopo.conformance.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.capture.wording.KernelLog;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.topology.Machine;

/** Predicted logs and listings are those of the recorded kernels, to the letter. */
class WordingOfBootTest {

    private static final Path ROOT = Path.of(System.getProperty("pcitopo.root"));

    /** What is known to differ: bus numbers that the command line changed, and places that 6.17 takes back in another order. */
    private static final Set<String> KNOWN = Set.of("pc-7.0.13-amd64-s9016-b", "virt-6.17.13-arm64-s1029-b");
    /** These kernels take back a ROM without a word. */
    private static final Set<String> SILENT = Set.of("virt-6.17.13-arm64-s1001-a", "virt-6.17.13-arm64-s1001-b");

    static List<Path> recordings() throws IOException {
        return archives(ROOT.resolve("conformance/recordings"));
    }

    /** Those of which the log tells everything: not of what is done after the boot, nor of what SLOF places. */
    static List<Path> tellingRecordings() throws IOException, CaptureException {
        List<Path> telling = new ArrayList<>();
        for (Path recording : recordings()) {
            CapturedMachine machine = Capture.read(Sources.open(recording));
            if (machine.boot().steps().isEmpty() && !SILENT.contains(name(recording))
                    && machine.topology().platform().machine() != Machine.PSERIES) {
                telling.add(recording);
            }
        }
        return telling;
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
        }
    }

    private static String name(Path recording) {
        return recording.getFileName().toString().replace(".tar.gz", "");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLogIsTheRecordedOne(Path recording) throws CaptureException {
        LogComparison log = WordingOfBoot.of(Sources.open(recording)).log();
        if (KNOWN.contains(name(recording))) {
            assertTrue(log.equal().size() > 0.9 * (log.equal().size() + log.missing().size()), name(recording));
        } else {
            assertEquals(List.of(List.of(), List.of(), log.equal().size()), List.of(log.missing(), log.extra(), log.inOrder()),
                    name(recording));
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theListingsAreTheRecordedOnesButForQuirks(Path recording) throws CaptureException {
        LogComparison listing = WordingOfBoot.of(Sources.open(recording)).listing();
        assertEquals(List.of(), listing.extra(), name(recording));
        listing.missing().forEach(line -> assertTrue(line.matches(" {0,2}0[67][0-9a-f]{2}-0[67][0-9a-f]{2} : 0000:00:(?:1f\\.0|01\\.3)"),
                line));
    }

    /** Every ninth of the recordings beside the project, or all with {@code -Dpcitopo.corpus=all}. */
    @Test
    void soAreTheLogsOfOtherRecordings() throws IOException, CaptureException {
        Path folder = ROOT.resolve("../shared/kernel/recordings").normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not here");
        List<Path> all = archives(folder);
        boolean every = "all".equals(System.getProperty("pcitopo.corpus"));
        WordingTally tally = new WordingTally();
        for (int i : IntStream.range(0, all.size()).filter(one -> every || one % 9 == 0).toArray()) {
            tally.add(WordingOfBoot.of(Sources.open(all.get(i))).log());
        }
        assertTrue(tally.share() > 0.998, "predicted in order: " + tally.inOrder() + " of " + tally.lines());
    }

    @ParameterizedTest
    @MethodSource("tellingRecordings")
    void whatIsWrittenIsReadBack(Path recording) throws CaptureException {
        List<SourceInput> inputs = Sources.open(recording);
        CapturedMachine machine = Capture.read(inputs);
        Boot boot = Replay.boots(machine.boot()).get(0);
        Simulation simulation = Simulator.simulate(machine.topology(), boot);
        List<SourceInput> written = new ArrayList<>(inputs.stream().filter(input -> input.kind() == SourceKind.BUNDLE_META).toList());
        written.add(new SourceInput.Text(SourceKind.KERNEL_LOG,
                SourceText.of("written", String.join("\n", KernelLog.of(simulation)) + "\n")));
        assertEquals(List.of(), Replay.of("written", Capture.read(written), machine, List.of(simulation)).differences());
    }
}
