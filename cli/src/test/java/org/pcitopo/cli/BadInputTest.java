package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Languages;

/** Whatever a person feeds the program: one clear error or a labelled partial result, never a stack trace. */
@Timeout(120)
class BadInputTest {

    private static final Path BUNDLE = Path.of("src/dist/rehearsal/bundle").toAbsolutePath();
    private static final int NOISE_MIB = 200;
    private static final int MAIL_WIDTH = 72;
    private static final int DEPTH = 256;

    @TempDir
    private Path folder;

    private String log;

    @BeforeEach
    void readLog() throws IOException {
        log = Files.readString(BUNDLE.resolve("dmesg.txt"));
    }

    private Run run(String... words) {
        return Run.in(folder).run(words);
    }

    private static void assertRefused(Run run) {
        assertEquals(ExitStatus.USAGE, run.status(), run.out() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    /** It may find anything, but it does not fail. */
    private static void assertSane(Run run) {
        assertTrue(run.status() <= ExitStatus.USAGE, run.status() + run.out() + run.err());
        assertTrue(!run.err().contains("\tat ") && !run.out().contains("PCI099"), run.out() + run.err());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({"import", "replay"})
    void binary(String command) throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("noise"), bytes);

        assertRefused(run(command, "noise"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "replay"})
    void empty(String command) throws IOException {
        write("empty", "");

        assertRefused(run(command, "empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "replay"})
    void missing(String command) {
        assertRefused(run(command, "nowhere.log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "replay", "check"})
    void noise(String command) {
        InputStream noise = new InputStream() {
            private final Random random = new Random(2);
            private long left = (long) NOISE_MIB << 20;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                byte[] piece = new byte[count];
                random.nextBytes(piece);
                System.arraycopy(piece, 0, target, offset, count);
                left -= count;
                return count;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(noise, new PrintStream(out), new PrintStream(err), false, false, Map.of(), folder);

        int status = new Pcitopo(io, Languages::xtext).run(command, "-");
        assertRefused(new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 40, 55, 70, 85, 99})
    void aLogCutAnywhere(int percent) throws IOException {
        write("cut.log", log.substring(0, log.length() * percent / 100));

        assertSane(run("import", "cut.log"));
        assertSane(run("replay", "cut.log"));
    }

    @Test
    void anArchiveCutInTheMiddle() throws Exception {
        Process tar = new ProcessBuilder("tar", "czf", folder.resolve("whole.tar.gz").toString(), "-C",
                BUNDLE.getParent().toString(), "bundle").inheritIO().start();
        assertEquals(0, tar.waitFor());
        byte[] whole = Files.readAllBytes(folder.resolve("whole.tar.gz"));
        Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(whole, whole.length / 2));

        Run run = run("replay", "cut.tar.gz");
        assertSane(run);
        assertEquals(ExitStatus.USAGE, run.status());
    }

    @Test
    void twoBootsAreOneAndItIsSaid() throws IOException {
        write("two.log", log + log);

        Run run = run("import", "two.log");
        assertEquals(ExitStatus.CLEAN, run.status(), run.err());
        assertTrue(run.out().lines().filter(line -> line.startsWith("//")).anyMatch(line -> line.contains("boot")), run.out());
    }

    @Test
    void windowsLineEnds() throws IOException {
        write("dos.log", log.replace("\n", "\r\n"));

        assertEquals(ExitStatus.CLEAN, run("replay", "dos.log").status());
    }

    @Test
    void utf16() throws IOException {
        Files.write(folder.resolve("wide.log"), ("\ufeff" + log).getBytes(StandardCharsets.UTF_16LE));

        assertEquals(ExitStatus.CLEAN, run("replay", "wide.log").status());
    }

    @Test
    void aMailThatQuotesAndWraps() throws IOException {
        write("mail", "Hello,\n\nhere is my log:\n\n" + log.lines().map(BadInputTest::wrapped)
                .flatMap(String::lines).map(line -> "> " + line).collect(Collectors.joining("\n")) + "\n-- \nsomebody\n");

        Run run = run("replay", "mail");
        assertSane(run);
        assertTrue(run.status() <= ExitStatus.FINDINGS, run.err());
    }

    private static String wrapped(String line) {
        int at = line.length() <= MAIL_WIDTH ? -1 : line.lastIndexOf(' ', MAIL_WIDTH);
        return at <= 0 ? line : line.substring(0, at) + "\n" + line.substring(at + 1);
    }

    @Test
    void aBridgeThatIsItsOwnParent() throws IOException {
        write("loop.log", log.replace("PCI bridge to [bus 01]", "PCI bridge to [bus 00]")
                .replace("pci 0000:01:00.0", "pci 0000:00:01.0"));

        assertSane(run("import", "loop.log"));
        assertSane(run("replay", "loop.log"));
    }

    @Test
    void aFunctionThatComesTwice() throws IOException {
        String line = log.lines().filter(text -> text.contains("[8086:0a54]")).findFirst().orElseThrow();
        write("double.log", log.replace(line, line + "\n" + line.replace("8086:0a54", "144d:a808")));

        assertSane(run("import", "double.log"));
    }

    @Test
    void sizesBeyond64Bits() throws IOException {
        write("huge.log", log.replace("[mem 0x00000000-0x00003fff 64bit]", "[mem 0x00000000-0xffffffffffffffffff 64bit]"));
        assertSane(run("import", "huge.log"));

        write("huge.pcitopo", host("device 00.0 d { BAR 0 [mem size 99999999999999999999E 64bit] }"));
        Run run = run("check", "huge.pcitopo");
        assertSane(run);
        assertEquals(ExitStatus.FINDINGS, run.status(), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "format"})
    void bridgesNestedTwoHundredAndFiftySixTimes(String command) throws IOException {
        write("deep.pcitopo", host("bridge 00.0 {\n".repeat(DEPTH) + "device 00.0 d { BAR 0 [mem size 4K] }\n" + "}\n".repeat(DEPTH)));

        assertSane(run(command, "deep.pcitopo"));
    }

    @Test
    void duplicateFunctionsInAFile() throws IOException {
        write("double.pcitopo", host("device 00.0 a { BAR 0 [mem size 4K] }\ndevice 00.0 b { BAR 0 [mem size 4K] }"));

        Run run = run("check", "double.pcitopo");
        assertSane(run);
        assertEquals(ExitStatus.FINDINGS, run.status(), run.out());
    }

    private static String host(String inside) {
        return """
                platform p {
                    architecture aarch64
                    machine arm64-dt
                    linux 6.12
                }
                host h on p {
                    host-bridge 0000:00 {
                        window [mem 0x50000000-0x5fffffff]
                        %s
                    }
                }
                """.formatted(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "replay", "check"})
    void aFolderWithoutPermission(String command) throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "permissions do not bind this user");

        try {
            assertRefused(run(command, "closed"));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void whatIsOnTheDiskStays() throws IOException {
        write("boot.log", log);
        write("mine.pcitopo", "precious");

        assertRefused(run("import", "boot.log", "-o", "mine.pcitopo"));
        assertEquals("precious", Files.readString(folder.resolve("mine.pcitopo")));
    }

    @Test
    void unlessOneAsksForIt() throws IOException {
        write("boot.log", log);
        write("mine.pcitopo", "worthless");

        assertEquals(ExitStatus.CLEAN, run("import", "boot.log", "-o", "mine.pcitopo", "--force").status());
        assertTrue(Files.readString(folder.resolve("mine.pcitopo")).contains("host-bridge"));
    }
}
