package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that {@code gather} prints, run by real shells on a small copy of a machine's /proc and /sys. */
class GatherScriptTest {

    private static final String DEVICE = "sys/bus/pci/devices/0000:01:00.0";
    private static final int CONFIG_BYTES = 4096;
    private static final int SERIAL_CAPABILITY = 0x140;

    @TempDir
    private Path folder;

    private Path machine;

    @BeforeEach
    void layOutMachine() throws IOException {
        machine = folder.resolve("machine");
        write("proc/iomem", "00000000-00000fff : Reserved\nfe800000-fe8fffff : 0000:01:00.0\n");
        write("proc/ioports", "0000-0cf7 : PCI Bus 0000:00\n");
        write("proc/cmdline", "root=UUID=0f0f0f0f-1111-2222-3333-444455556666 pci=realloc quiet vfio-pci.ids=8086:0a54\n");
        write("var/log/dmesg", """
                [    0.000000] Linux version 6.12.0 (someone@somewhere)
                [    0.000000] Command line: root=UUID=0f0f0f0f-1111-2222-3333-444455556666 pci=realloc quiet
                [    0.500000] pci 0000:01:00.0: [8086:0a54] type 00 class 0x010802
                [    1.000000] e1000e 0000:02:00.0 eth0: 52:54:00:12:34:56
                [    1.500000] usb 1-1: SerialNumber: ABC123
                """);
        write(DEVICE + "/vendor", "0x8086\n");
        write(DEVICE + "/resource", "0x00000000fe800000 0x00000000fe803fff 0x0000000000140204\n");
        byte[] config = new byte[CONFIG_BYTES];
        config[0x100] = 0x0b;
        config[0x102] = 0x01;
        config[0x103] = (byte) (SERIAL_CAPABILITY >> 4);
        config[SERIAL_CAPABILITY] = 0x03;
        config[SERIAL_CAPABILITY + 2] = 0x01;
        Arrays.fill(config, SERIAL_CAPABILITY + 4, SERIAL_CAPABILITY + 12, (byte) 0xee);
        Files.write(machine.resolve(DEVICE + "/config"), config);
        Files.createDirectories(machine.resolve("sys/kernel/iommu_groups/7"));
        Files.createSymbolicLink(machine.resolve(DEVICE + "/iommu_group"), Path.of("../../../../kernel/iommu_groups/7"));
        Files.createSymbolicLink(machine.resolve(DEVICE + "/driver"), Path.of("../../drivers/vfio-pci"));
    }

    private void write(String name, String text) throws IOException {
        Path file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private record Ended(int status, String output) {
    }

    /** Runs the script with {@code shell}, the words of a command that reads a script from standard input. */
    private Ended gather(String shell, boolean redact, String... arguments) throws IOException, InterruptedException {
        Run script = redact ? Run.of("gather", "--redact") : Run.of("gather");
        Path file = Files.writeString(folder.resolve("gather.sh"), script.out());
        List<String> words = new ArrayList<>(List.of(shell.split(" ")));
        words.add(file.toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(folder.resolve("gather.sh").toFile()));
        builder.environment().put("PCITOPO_ROOT", machine.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), output);
    }

    private static boolean installed(String shell) {
        String program = shell.split(" ")[0];
        return Stream.of("/bin/", "/usr/bin/").anyMatch(place -> Files.isExecutable(Path.of(place + program)));
    }

    private Path gathered(boolean redact) throws IOException, InterruptedException {
        Ended ended = gather("sh", redact, "--directory", "bundle");
        assertEquals(0, ended.status(), ended.output());
        return folder.resolve("bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "busybox sh"})
    void everyShellMakesABundle(String shell) throws Exception {
        assumeTrue(installed(shell), shell + " is not installed");

        Ended ended = gather(shell, false, "-o", "bundle.tar.gz");

        assertEquals("0 bundle.tar.gz", ended.status() + " " + ended.output().strip());
        assertTrue(Files.size(folder.resolve("bundle.tar.gz")) > 0);
    }

    @Test
    void takesTheListedFiles() throws Exception {
        Path bundle = gathered(false);

        try (Stream<Path> files = Files.list(bundle)) {
            assertEquals("[cmdline.txt, dmesg.txt, iomem.txt, ioports.txt, sysfs]",
                    files.map(path -> path.getFileName().toString()).sorted().toList().toString());
        }
    }

    @Test
    void takesTheWholeConfigurationSpace() throws Exception {
        assertEquals(CONFIG_BYTES, Files.size(gathered(false).resolve("sysfs/bus/pci/devices/0000:01:00.0/config")));
    }

    @Test
    void keepsIommuGroupsAsLinks() throws Exception {
        Path group = gathered(false).resolve("sysfs/bus/pci/devices/0000:01:00.0/iommu_group").toRealPath();

        assertEquals("7", group.getFileName().toString());
    }

    @Test
    void redactedItHasNoSerialNumberAndNoMacAddress() throws Exception {
        String log = Files.readString(gathered(true).resolve("dmesg.txt"));

        assertFalse(log.contains("ABC123") || log.contains("52:54:00:12:34:56"), log);
    }

    @Test
    void redactedItKeepsPciAddressesAndIds() throws Exception {
        String log = Files.readString(gathered(true).resolve("dmesg.txt"));

        assertTrue(log.contains("pci 0000:01:00.0: [8086:0a54] type 00 class 0x010802"), log);
    }

    @Test
    void redactedItKeepsTheWordsOfTheCommandLineThatMatter() throws Exception {
        Path bundle = gathered(true);

        assertEquals("pci=realloc vfio-pci.ids=8086:0a54\n", Files.readString(bundle.resolve("cmdline.txt")));
        assertTrue(Files.readString(bundle.resolve("dmesg.txt")).contains("Command line: pci=realloc\n"));
    }

    @Test
    void redactedTheSerialNumberCapabilityIsBlank() throws Exception {
        byte[] config = Files.readAllBytes(gathered(true).resolve("sysfs/bus/pci/devices/0000:01:00.0/config"));

        assertEquals(0, config[SERIAL_CAPABILITY + 4] | config[SERIAL_CAPABILITY + 11]);
    }

    @Test
    void neverWritesOverAFile() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.tar.gz"), "precious");

        Ended ended = gather("sh", false, "-o", "mine.tar.gz");

        assertEquals("2 precious", ended.status() + " " + Files.readString(mine));
    }

    @Test
    void aMachineWithoutPciIsSaid() throws Exception {
        machine = folder.resolve("nothing");

        assertTrue(gather("sh", false, "--directory", "bundle").output().contains("no PCI devices"));
    }
}
