package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.cli.io.ExitStatus;

/** Formatting touches files only where it changes them. */
class FormatCommandTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Path untidy;
    private Path tidy;

    @BeforeEach
    void writeFiles() throws IOException {
        untidy = Files.writeString(folder.resolve("untidy.pcitopo"), "host a {  \n}\n");
        tidy = Files.writeString(folder.resolve("tidy.pcitopo"), "host a {\n}\n");
        Files.setLastModifiedTime(tidy, LONG_AGO);
    }

    private Run format(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "format";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.in(folder).with(new FakeLanguage()).run(all);
    }

    @Test
    void formatsInPlace() throws IOException {
        format("untidy.pcitopo");

        assertEquals("host a {\n}\n", Files.readString(untidy));
    }

    @Test
    void keepsThePermissionsOfAFile() throws IOException {
        Files.setPosixFilePermissions(untidy, PosixFilePermissions.fromString("rw-rw----"));

        format("untidy.pcitopo");

        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(untidy)));
    }

    @Test
    void formatsWhatALinkPointsTo() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.pcitopo"), untidy);

        format("link.pcitopo");

        assertEquals("host a {\n}\n", Files.readString(untidy));
    }

    @Test
    void doesNotTouchWhatIsTidy() throws IOException {
        format(".");

        assertEquals(LONG_AGO, Files.getLastModifiedTime(tidy));
    }

    @Test
    void checkNamesWhatIsUntidyAndChangesNothing() throws IOException {
        Run run = format("--check", ".");

        assertEquals("untidy.pcitopo\nhost a {  \n}\n", run.out() + Files.readString(untidy));
        assertEquals(ExitStatus.FINDINGS, run.status());
    }

    @Test
    void checkIsCleanWhereAllIsTidy() {
        assertEquals(ExitStatus.CLEAN, format("--check", "tidy.pcitopo").status());
    }

    @Test
    void standardInputGoesToStandardOutput() {
        Run run = Run.in(folder).with(new FakeLanguage()).withInput("host b {  \n}\n").run("format", "-");

        assertEquals("host b {\n}\n", run.out());
    }
}
