package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Language;

/** Faults of the program, and of what it writes to, are told apart from findings. */
class InternalErrorTest {

    private static Run check(RuntimeException fault, String... more) {
        String[] words = new String[more.length + 2];
        System.arraycopy(more, 0, words, 0, more.length);
        words[more.length] = "check";
        words[more.length + 1] = "-";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(new ByteArrayInputStream("host a {\n}\n".getBytes(StandardCharsets.UTF_8)), new PrintStream(out), new PrintStream(err), false, false,
                Map.of(), Path.of("").toAbsolutePath());
        int status = new Pcitopo(io, () -> broken(fault)).run(words);
        return new Run(status, out.toString(), err.toString());
    }

    private static Language broken(RuntimeException fault) {
        throw fault;
    }

    @Test
    void isOneLineWithStatusThree() {
        Run run = check(new IllegalStateException("first line\nsecond line"));

        assertEquals("3 1", run.status() + " " + run.err().lines().count(), run.err());
    }

    @Test
    void showsWhereOnlyWhenAsked() {
        assertTrue(check(new IllegalStateException("broken"), "--debug").err().contains("\tat "));
    }

    @Test
    void aFullDiskIsSaid() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Io io = new Io(new ByteArrayInputStream(new byte[0]), new PrintStream(full), new PrintStream(err), false, false, Map.of(),
                Path.of("").toAbsolutePath());

        assertEquals(ExitStatus.USAGE, new Pcitopo(io, FakeLanguage::new).run("gather"));
        assertTrue(err.toString().contains("cannot write"), err.toString());
    }
}
