package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;

/** What cannot be read is one line on standard error and status 2, whichever command reads it. */
class UnreadableInputTest {

    private static final int SIXTY_FIVE_MIB = 65 << 20;

    @TempDir
    private Path folder;

    private void assertRefused(Run run, String what) {
        assertEquals(ExitStatus.USAGE, run.status());
        assertTrue(run.err().lines().count() == 1 && run.err().contains(what), run.err());
    }

    private Run run(String... words) {
        return Run.in(folder).with(new FakeLanguage()).run(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "format", "import"})
    void aMissingFile(String command) {
        assertRefused(run(command, "nowhere.pcitopo"), "no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "format", "import"})
    void anEmptyFile(String command) throws IOException {
        Files.createFile(folder.resolve("empty.pcitopo"));

        assertRefused(run(command, "empty.pcitopo"), "empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "format", "import"})
    void aBinaryFile(String command) throws IOException {
        Files.write(folder.resolve("binary.pcitopo"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});

        assertRefused(run(command, "binary.pcitopo"), "no text");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("latin.pcitopo"), "host caf\u00e9 {\n}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(run("check", "latin.pcitopo"), "UTF-8");
    }

    @Test
    void aFileInUtf16IsRead() throws IOException {
        Files.write(folder.resolve("wide.pcitopo"), "\ufefferror wide\r\n".getBytes(StandardCharsets.UTF_16LE));

        assertTrue(run("check", "wide.pcitopo").out().contains("1 | error wide"));
    }

    @Test
    void windowsLineEndsAreLineEnds() throws IOException {
        Files.writeString(folder.resolve("dos.pcitopo"), "host a {\r\n}\r\nerror late\r\n");

        assertTrue(run("check", "dos.pcitopo").out().contains("dos.pcitopo:3:1"));
    }

    @Test
    void aFileLargerThanAnyTopology() throws IOException {
        try (var channel = FileChannel.open(folder.resolve("huge.pcitopo"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}), SIXTY_FIVE_MIB);
        }

        assertRefused(run("check", "huge.pcitopo"), "larger than");
    }

    @Test
    void aFolderWithoutFiles() {
        assertRefused(run("check", "."), "no .pcitopo file");
    }

    @Test
    void anEmptyStandardInput() {
        assertRefused(run("check", "-"), "standard input is empty");
    }

    @Test
    void anExistingFileIsNotWrittenOver() throws IOException {
        Path existing = Files.writeString(folder.resolve("mine.pcitopo"), "precious");
        Files.writeString(folder.resolve("dmesg.txt"), "not looked at");

        assertRefused(run("import", "dmesg.txt", "-o", "mine.pcitopo"), "exists already");
        assertEquals("precious", Files.readString(existing));
    }
}
