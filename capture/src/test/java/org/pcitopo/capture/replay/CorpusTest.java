package org.pcitopo.capture.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;

/** Replays everything that lies beside the project; skipped where nothing does. */
class CorpusTest {

    private static List<Path> files(String folder, String ending) throws IOException {
        Path path = Path.of(System.getProperty("pcitopo.root", "..")).resolve("../shared").resolve(folder);
        assumeTrue(Files.isDirectory(path), "there is no " + path);
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Every few of them: all are replayed where there is more time than in this suite. */
    private static List<Path> recordings(int count) throws IOException {
        List<Path> all = files("kernel/recordings", ".tar.gz");
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Math.max(1, all.size() / count)) {
            some.add(all.get(i));
        }
        return some;
    }

    private static ReplayResult replay(Path path) throws CaptureException {
        return Replay.run(path.getFileName().toString(), Capture.read(Sources.open(path)));
    }

    @Test
    void everyBootLogIsReplayedOrRefusedInOneLine() throws IOException {
        for (Path path : files("boot-logs", ".txt")) {
            try {
                replay(path);
            } catch (CaptureException refused) {
                assertEquals(1, refused.getMessage().lines().count(), path.toString());
            }
        }
    }

    @Test
    void recordingsAreReplayed() throws IOException, CaptureException {
        List<ReplayResult> results = new ArrayList<>();
        for (Path path : recordings(30)) {
            results.add(replay(path));
        }
        ReplayTotal total = ReplayTotal.of(results);
        assertTrue(total.resources().compared() > 0, total.toString());
    }

    @Test
    void theMachineOfOneBootServesItsPair() throws IOException, CaptureException {
        Path folder = recordings(1).get(0).getParent();
        Path pair = folder.resolve("x86-61-s0006-b.tar.gz");
        Path alone = folder.resolve("x86-61-s0006-a.tar.gz");
        assumeTrue(Files.exists(pair) && Files.exists(alone), "these recordings are not there");

        ReplayResult result = Replay.run("pair", Capture.read(Sources.open(pair)), Capture.read(Sources.open(alone)));

        assertEquals(List.of(), result.differences());
    }
}
