package org.pcitopo.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RecordedKernels;

/** The simulator puts everything where the recorded kernels put it. */
class RecordingsTest {

    private static final Path RECORDINGS = Path.of(System.getProperty("pcitopo.root"), "conformance", "recordings");
    private static final String SECOND_BOOT = "-b.tar.gz";
    private static final long LARGEST_BUNDLE = 40 << 10;

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void simulationEqualsTheKernel(Path recording) throws CaptureException {
        String name = recording.getFileName().toString();
        ReplayResult result = Replay.run(name, Capture.read(Sources.open(recording)));
        assertAll(name, () -> assertEquals(List.of(), result.differences()),
                () -> assertTrue(result.resources().compared() > 0, "nothing was compared"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void predictionsForThisKernelAreSaidToBeRecorded(Path recording) throws CaptureException {
        CapturedMachine machine = Capture.read(Sources.open(recording));
        KernelRules rules = KernelRules.mainline(machine.boot().releases().value().oldest());
        assertTrue(RecordedKernels.cover(rules, machine.topology().platform().machine()), "add " + rules.release() + " to RecordedKernels");
    }

    static List<Path> secondBoots() throws IOException {
        return recordings().stream().filter(file -> file.toString().endsWith(SECOND_BOOT) && Files.exists(firstBoot(file))).toList();
    }

    private static Path firstBoot(Path second) {
        return second.resolveSibling(second.getFileName().toString().replace(SECOND_BOOT, "-a.tar.gz"));
    }

    @ParameterizedTest
    @MethodSource("secondBoots")
    void theMachineOfTheFirstBootAndTheParameterOfTheSecondGiveTheSecond(Path second) throws CaptureException {
        String name = second.getFileName().toString();
        ReplayResult result = Replay.run(name, Capture.read(Sources.open(second)), Capture.read(Sources.open(firstBoot(second))));
        assertEquals(List.of(), result.differences(), name);
    }

    @Test
    void recordingsStaySmall() throws IOException {
        for (Path recording : recordings()) {
            assertTrue(Files.size(recording) <= LARGEST_BUNDLE, recording + " is larger than " + LARGEST_BUNDLE + " bytes");
        }
    }
}
