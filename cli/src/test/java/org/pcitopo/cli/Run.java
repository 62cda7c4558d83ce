package org.pcitopo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.language.Languages;

/**
 * What one command line did, without a process.
 *
 * @param status exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int status, String out, String err) {

    /** A command line to come: where it runs, what it reads, and which language it meets. */
    public record Setting(Path folder, byte[] input, boolean terminal, Supplier<Language> language) {

        public Setting withInput(String text) {
            return withInput(text.getBytes(StandardCharsets.UTF_8));
        }

        public Setting withInput(byte[] bytes) {
            return new Setting(folder, bytes, terminal, language);
        }

        public Setting onTerminal() {
            return new Setting(folder, input, true, language);
        }

        public Setting with(Language fake) {
            return new Setting(folder, input, terminal, () -> fake);
        }

        public Run run(String... words) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Io io = new Io(new ByteArrayInputStream(input), stream(out), stream(err), terminal, terminal, Map.of(), folder);
            int status = new Pcitopo(io, language).run(words);
            return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        private static PrintStream stream(ByteArrayOutputStream target) {
            return new PrintStream(target, false, StandardCharsets.UTF_8);
        }
    }

    /** Empty standard input, no terminal, the real language, in {@code folder}. */
    public static Setting in(Path folder) {
        return new Setting(folder, new byte[0], false, Languages::xtext);
    }

    /** Runs {@code words} where the working directory does not matter. */
    public static Run of(String... words) {
        return in(Path.of("").toAbsolutePath()).run(words);
    }
}
