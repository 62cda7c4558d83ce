package org.pcitopo.conformance.workshop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pcitopo.conformance.boot.BootException;

/** The programs that the workshop starts. */
final class Tools {

    private static final int LAST_LINES = 3;

    private final Path room;
    private final Path cache;
    private final Consumer<String> says;

    Tools(Path room, Path cache, Consumer<String> says) {
        this.room = room;
        this.cache = cache;
        this.says = says;
    }

    /** Whether {@code program} is on the path. */
    boolean has(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a program writes to standard output. What it writes to standard error is passed on line by line.
     *
     * @throws BootException where it cannot be run, or fails; with the last that it said
     */
    String output(List<String> command) throws BootException {
        return new String(bytes(command), StandardCharsets.UTF_8);
    }

    /** As {@link #output}, where it is no text. */
    byte[] bytes(List<String> command) throws BootException {
        try {
            Path content = Files.createTempFile("pcitopo-tool", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(content.toFile());
                environment(builder.environment());
                Process process = builder.start();
                process.getOutputStream().close();
                Deque<String> last = passOn(process);
                if (process.waitFor() != 0) {
                    throw new BootException(last.isEmpty() ? String.join(" ", command) + " failed"
                            : String.join("; ", last));
                }
                return Files.readAllBytes(content);
            } finally {
                Files.deleteIfExists(content);
            }
        } catch (IOException missing) {
            throw new BootException(command.get(0) + " cannot be run: " + missing.getMessage() + "; '" + room.resolve("setup")
                    + "' installs what is missing", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BootException("interrupted", stopped);
        }
    }

    private void environment(Map<String, String> variables) {
        variables.put("PCITOPO_CACHE", cache.toString());
    }

    private Deque<String> passOn(Process process) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    says.accept(line);
                    last.addLast(line.strip());
                    if (last.size() > LAST_LINES) {
                        last.removeFirst();
                    }
                }
            }
        }
        return last;
    }
}
