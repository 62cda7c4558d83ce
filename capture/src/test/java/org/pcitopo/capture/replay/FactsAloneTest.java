package org.pcitopo.capture.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;

/** A prediction rests on facts: with every answer taken out of a recording it stays the same. */
class FactsAloneTest {

    /** The project's own recordings, and those beside the project where they are there. */
    static List<Path> recordings() throws IOException {
        Path root = Path.of(System.getProperty("pcitopo.root", ".."));
        List<Path> recordings = new ArrayList<>(bundles(root.resolve("conformance/recordings")));
        recordings.addAll(bundles(root.resolve("../shared/kernel/recordings")));
        return recordings;
    }

    private static List<Path> bundles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".tar.gz")).sorted().toList();
        }
    }

    private static String prediction(List<SourceInput> sources) throws CaptureException {
        CapturedMachine machine = Capture.read(sources);
        StringBuilder text = new StringBuilder();
        for (Simulation simulation : Replay.boots(machine.boot()).stream().map(boot -> Simulator.simulate(machine.topology(), boot)).toList()) {
            simulation.assignment().resources().forEach(resource -> text.append(resource).append('\n'));
            simulation.mappings().forEach(mapping -> text.append(mapping).append('\n'));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void withoutAnswersThePredictionIsTheSame(Path recording) throws CaptureException {
        List<SourceInput> sources = Sources.open(recording);
        String prediction = prediction(sources);

        for (BlankedAnswers.Sizes sizes : BlankedAnswers.Sizes.values()) {
            assertEquals(prediction, prediction(BlankedAnswers.of(sources, sizes)), "sizes " + sizes);
        }
    }
}
