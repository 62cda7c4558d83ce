package org.pcitopo.capture.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final String LOG = """
            [    0.000000] Linux version 6.12.0 (x@y)
            [    0.500000] pci_bus 0000:00: root bus resource [mem 0x80000000-0xfebfffff window]
            """;
    private static final String LSPCI = """
            00:00.0 Host bridge: Intel Corporation 82G33 Host Controller
            \tSubsystem: Red Hat, Inc. QEMU Virtual Machine
            \tControl: I/O+ Mem+ BusMaster+

            00:01.0 Ethernet controller: Red Hat, Inc. Virtio network device
            \tRegion 0: I/O ports at c040 [size=32]
            """;
    private static final String IOMEM = """
            00001000-0009fbff : System RAM
            80000000-febfffff : PCI Bus 0000:00
              fe800000-fe8fffff : 0000:00:16.0
            """;
    private static final String IOPORTS = """
            0000-0cf7 : PCI Bus 0000:00
              0000-001f : dma1
            """;

    @TempDir
    private Path folder;

    private static List<SourceInput> open(String text) throws CaptureException {
        return Sources.open("x", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SourceKind> kinds(List<SourceInput> inputs) {
        return inputs.stream().map(SourceInput::kind).toList();
    }

    @Test
    void aKernelLog() throws CaptureException {
        assertEquals(List.of(SourceKind.KERNEL_LOG), kinds(open(LOG)));
    }

    @Test
    void lspci() throws CaptureException {
        assertEquals(List.of(SourceKind.LSPCI), kinds(open(LSPCI)));
    }

    @Test
    void iomem() throws CaptureException {
        assertEquals(List.of(SourceKind.IOMEM), kinds(open(IOMEM)));
    }

    @Test
    void ioports() throws CaptureException {
        assertEquals(List.of(SourceKind.IOPORTS), kinds(open(IOPORTS)));
    }

    @Test
    void portsWithEightDigitsAreKnownByTheirSize() throws CaptureException {
        assertEquals(List.of(SourceKind.IOPORTS),
                kinds(open("00010000-0001ffff : pci@800000020000000\n  00010000-00010fff : Legacy IO\n")));
    }

    @Test
    void aCommandLine() throws CaptureException {
        assertEquals(List.of(SourceKind.COMMAND_LINE), kinds(open("BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro\n")));
    }

    @Test
    void bundleMeta() throws CaptureException {
        assertEquals(List.of(SourceKind.BUNDLE_META), kinds(open("{\n \"kernel\": \"6.1.0\"\n}")));
    }

    @Test
    void vfioAnswers() throws CaptureException {
        assertEquals(List.of(SourceKind.VFIO_ANSWERS), kinds(open("{\"pageSize\":4096,\"devices\":[]}")));
    }

    @Test
    void oneMailHoldsThree() throws CaptureException {
        assertEquals(List.of(SourceKind.KERNEL_LOG, SourceKind.LSPCI, SourceKind.IOMEM),
                kinds(open("Hi,\n\n" + LOG + "\nand lspci:\n\n" + LSPCI + "\n\nand iomem:\n\n" + IOMEM)));
    }

    @Test
    void piecesKeepTheFilesLineNumbers() throws CaptureException {
        SourceInput.Text lspci = (SourceInput.Text) open("Hi,\n\n" + LSPCI).get(0);

        assertEquals(3, lspci.text().lines().get(0).number());
    }

    @Test
    void quotedMail() throws CaptureException {
        assertEquals(List.of(SourceKind.LSPCI), kinds(open("> " + LSPCI.replace("\n", "\n> "))));
    }

    @Test
    void anIndexOfLogsIsNoLog() {
        assertThrows(CaptureException.class, () -> open("[\n {\"subject\": \"PCI: vfio-pci bridge window [mem]\"}\n]\n"));
    }

    @Test
    void proseIsNoLspci() {
        assertThrows(CaptureException.class, () -> open("See 00:01.0 above.\n00:01.0 Foo: bar is the card that fails.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void encodings(String charset) throws CaptureException {
        String text = LOG + "[    1.000000] café\n";

        SourceInput.Text read = (SourceInput.Text) Sources.open("x", text.getBytes(Charset.forName(charset))).get(0);

        assertEquals("[    1.000000] café", read.text().lines().get(2).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
    void lineEnds(String lineEnd) throws CaptureException {
        SourceInput.Text read = (SourceInput.Text) open(LOG.replace("\n", lineEnd)).get(0);

        assertEquals(2, read.text().lines().size());
    }

    @Test
    void zerosFromASerialConsoleAreDropped() throws CaptureException {
        SourceInput.Text read = (SourceInput.Text) open("\0\0\0" + LOG).get(0);

        assertTrue(read.text().lines().get(0).text().startsWith("[    0.000000] Linux"));
    }

    @Test
    void veryLongLinesAreCut() throws CaptureException {
        SourceInput.Text read = (SourceInput.Text) open(LOG + "x".repeat(1 << 20)).get(0);

        assertEquals(Limits.MAX_LINE_CHARS, read.text().lines().get(2).text().length());
    }

    @Test
    void emptyInputSaysSo() {
        assertTrue(assertThrows(CaptureException.class, () -> open("\n \n")).getMessage().startsWith("x: is empty"));
    }

    @Test
    void noiseIsRefusedAfterItsFirstBytes() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';

        assertThrows(CaptureException.class, () -> Sources.open("x", noise));
    }

    @Test
    void endlessTextIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) 'a');
                return length;
            }
        };

        assertTrue(assertThrows(CaptureException.class, () -> Sources.open("-", endless)).getMessage()
                .contains("larger than 32 MB"));
    }

    @Test
    void aMissingFile() {
        CaptureException missing = assertThrows(CaptureException.class, () -> Sources.open(folder.resolve("nope")));

        assertTrue(missing.getMessage().contains("no such file"));
    }

    @Test
    void aFolderWithASysfsCopyAndALog() throws IOException, CaptureException {
        Path function = Files.createDirectories(folder.resolve("sysfs/bus/pci/devices/0000:01:00.0"));
        Files.writeString(function.resolve("vendor"), "0x8086\n");
        Files.writeString(function.resolve("rom"), "never read");
        Files.writeString(folder.resolve("dmesg.txt"), LOG);

        List<SourceInput> inputs = Sources.open(folder);

        assertEquals(List.of("0000:01:00.0/vendor"),
                List.copyOf(((SourceInput.DeviceTree) inputs.get(1)).files().keySet()));
    }

    @Test
    void linksOfTheLiveTreeAreFollowed() throws IOException, CaptureException {
        Path function = Files.createDirectories(folder.resolve("sys/devices/pci0000:00/0000:00:01.0"));
        Files.writeString(function.resolve("vendor"), "0x8086\n");
        Files.createSymbolicLink(function.resolve("iommu_group"), Path.of("../../../kernel/iommu_groups/7"));
        Path devices = Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Files.createSymbolicLink(devices.resolve("0000:00:01.0"), Path.of("../../../devices/pci0000:00/0000:00:01.0"));

        SourceInput.DeviceTree tree = (SourceInput.DeviceTree) Sources.open(devices).get(0);

        assertEquals(List.of("0000:00:01.0/iommu_group", "0000:00:01.0/vendor"), List.copyOf(tree.files().keySet()));
    }

    @Test
    void twoBootsInOneFolderAreRefused() throws IOException {
        Files.writeString(folder.resolve("a"), LOG);
        Files.writeString(folder.resolve("b"), LOG);

        assertTrue(assertThrows(CaptureException.class, () -> Sources.open(folder)).getMessage()
                .contains("give each as a source of its own"));
    }

    @Test
    void aFolderOfLogsStandsForEach() throws IOException, CaptureException {
        Files.writeString(folder.resolve("a"), LOG);
        Files.writeString(folder.resolve("b"), LOG);
        Files.writeString(folder.resolve("README"), "Two boots.\n");

        assertEquals(List.of(folder.resolve("a"), folder.resolve("b")), Sources.expand(folder));
    }

    @Test
    void aFolderOfBundlesStandsForEach() throws IOException, CaptureException {
        Files.createDirectories(folder.resolve("one/sysfs"));
        Files.write(folder.resolve("two.gz"), new byte[] {0x1f, (byte) 0x8b, 8});

        assertEquals(List.of(folder.resolve("one"), folder.resolve("two.gz")), Sources.expand(folder));
    }

    @Test
    void aBundleStandsForItself() throws IOException, CaptureException {
        Files.writeString(folder.resolve("dmesg.txt"), LOG);
        Files.writeString(folder.resolve("lspci.txt"), LSPCI);

        assertEquals(List.of(folder), Sources.expand(folder));
    }

    @Test
    void whatVfioLoggedIsNotTheBootsLog() throws IOException, CaptureException {
        Files.writeString(folder.resolve("dmesg.txt"), LOG);
        Files.writeString(folder.resolve("dmesg-vfio.txt"), "[    9.000000] vfio-pci 0000:01:00.0: vgaarb: deactivate\n");

        assertEquals(List.of(folder.resolve("dmesg.txt").toString()),
                Sources.open(folder).stream().map(SourceInput::name).toList());
    }

    @Test
    void anEmptyFolderSaysWhatWouldHelp() {
        assertTrue(assertThrows(CaptureException.class, () -> Sources.open(folder)).getMessage().contains("pcitopo gather"));
    }

    @Property(tries = 300)
    void bytesNeverCauseAnythingButAMessage(@ForAll @Size(max = 2000) byte[] bytes) {
        assertDoesNotThrow(() -> {
            try {
                assertFalse(Sources.open("x", bytes).isEmpty());
            } catch (CaptureException refused) {
                assertEquals(1, refused.getMessage().lines().count());
            }
        });
    }
}
