package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;

/** The doctor on a host that is a copy of some files. */
class DoctorCommandTest {

    private static final Path BUNDLE = Path.of("src/dist/rehearsal/bundle").toAbsolutePath();

    @TempDir
    private Path host;

    @TempDir
    private Path temporary;

    @BeforeEach
    void layOutHost() throws IOException {
        Files.createDirectories(host.resolve("proc"));
        Files.createDirectories(host.resolve("var/log"));
        Files.copy(BUNDLE.resolve("dmesg.txt"), host.resolve("var/log/dmesg"));
        Files.copy(BUNDLE.resolve("cmdline.txt"), host.resolve("proc/cmdline"));
    }

    private Run doctor() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PCITOPO_ROOT", host.toString());
        environment.put("TMPDIR", temporary.toString());
        Io io = new Io(new ByteArrayInputStream(new byte[0]), new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8), false, false, environment, host);
        int status = new Pcitopo(io, FakeLanguage::new).run("doctor");
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysHowThePredictionWent() {
        assertTrue(doctor().out().contains("resources: 13 of 13 equal"), doctor().out());
    }

    @Test
    void saysWhatCouldNotBeRead() {
        assertTrue(doctor().out().contains("there are no PCI devices in"));
    }

    @Test
    void isContentWhereAllIsAsPredicted() {
        assertEquals(ExitStatus.CLEAN, doctor().status());
    }

    @Test
    void endsWithTheSentenceWhyThereIsNothingToCure() {
        assertTrue(doctor().out().contains("nothing to do: everything wanted is mapped"), doctor().out());
    }

    @Test
    void endsWithTheAdviceReadyToPaste() throws IOException {
        Path logs = Path.of(System.getProperty("pcitopo.root"), "examples", "logs");
        Files.copy(logs.resolve("arm64-nvme-64k.dmesg"), host.resolve("var/log/dmesg"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(host.resolve("proc/cmdline"));
        String out = doctor().out();
        String advice = out.substring(out.indexOf("the command line"));
        assertTrue(advice.contains("resource_alignment=") && advice.contains("to paste"), out);
    }

    @Test
    void findsADifference() throws IOException {
        Path log = host.resolve("var/log/dmesg");
        Files.writeString(log, Files.readString(log).replace("0x50210000-0x50210fff", "0x50218000-0x50218fff"));

        assertEquals(ExitStatus.FINDINGS, doctor().status());
    }

    @Test
    void aHostThatShowsNothingIsOneLine() throws IOException {
        Files.delete(host.resolve("var/log/dmesg"));
        Run run = doctor();

        assertEquals("2 1", run.status() + " " + run.err().lines().count(), run.err());
    }

    @Test
    void leavesNoFiles() throws IOException {
        doctor();

        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(0, left.count());
        }
    }
}
