package org.pcitopo.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The recordings and boot logs that lie beside the project; tests that read them are skipped where they are absent. */
final class Shared {

    private Shared() {
    }

    /** Every ninth recording, or all with {@code -Dpcitopo.corpus=all}. */
    static List<Path> recordings() {
        List<Path> all = files("kernel/recordings", ".tar.gz");
        boolean every = "all".equals(System.getProperty("pcitopo.corpus"));
        return every ? all : IntStream.range(0, all.size()).filter(i -> i % 9 == 0).mapToObj(all::get).toList();
    }

    static List<Path> bootLogs() {
        return files("boot-logs", ".txt");
    }

    static Path bootLogIndex() {
        return folder("boot-logs").resolve("index.json");
    }

    private static Path folder(String name) {
        Path folder = Path.of(System.getProperty("pcitopo.root", "..")).resolve("../shared").resolve(name).normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not here");
        return folder;
    }

    private static List<Path> files(String name, String suffix) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
