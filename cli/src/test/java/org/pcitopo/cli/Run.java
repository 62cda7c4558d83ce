package org.pcitopo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.pcitopo.cli.io.Io;

/**
 * What one command line did, without a process.
 *
 * @param status exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int status, String out, String err) {

    /** Runs {@code words} with empty standard input and no terminal in {@code folder}. */
    public static Run in(Path folder, String... words) {
        return withInput(new byte[0], folder, words);
    }

    /** Runs {@code words} where the working directory does not matter. */
    public static Run of(String... words) {
        return in(Path.of("").toAbsolutePath(), words);
    }

    /** Runs {@code words} in {@code folder} with {@code input} on standard input. */
    public static Run withInput(byte[] input, Path folder, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(new ByteArrayInputStream(input), stream(out), stream(err), false, false, Map.of(), folder);
        int status = new Pcitopo(io).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream target) {
        return new PrintStream(target, false, StandardCharsets.UTF_8);
    }
}
