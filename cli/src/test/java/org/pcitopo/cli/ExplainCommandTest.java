package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.cli.io.ExitStatus;

/** Which function and resource are explained, for which boots, and how that reads. */
class ExplainCommandTest {

    private static final String CLOUD = """
            platform arm { architecture aarch64  machine device-tree }
            host cloud on arm {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 nvme0 { id 8086:0a54 BAR 0 [mem size 16K 64bit] }
                    device 05.0 nvme1 { id 8086:0a54 BAR 0 [mem size 16K 64bit] ROM [mem size 64K pref] }
                }
            }
            boot stock of cloud { linux 6.12, 7.3  page-size 64K }
            boot aligned of cloud { linux 6.12  page-size 64K  command-line "pci=resource_alignment=16@pci:8086:0a54" }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("cloud.pcitopo"), CLOUD);
    }

    private Run explain(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "explain";
        all[1] = "cloud.pcitopo";
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.in(folder).run(all);
    }

    @Test
    void stepsStandBelowEachOtherWithTheirSources() {
        assertEquals("""
                host cloud, boot aligned: Linux 6.12 on aarch64, 64K pages, command line: pci=resource_alignment=16@pci:8086:0a54

                0000:00:05.0 BAR 0 (nvme1): at 0x8000010000-0x800001ffff, mapped
                  hardware      16K of 64-bit memory. [the description of the machine]
                  firmware      Firmware gave it no address. The kernel has to place it. [drivers/pci/probe.c,
                                pci_host_probe]
                  command line  '16@pci:8086:0a54' on the command line asks for multiples of 64K, and the kernel
                                makes it grow from 16K to 64K for that; software that reads its size sees the larger
                                one. [drivers/pci/pci.c, pci_reassigndev_resource_alignment]
                """, explain("nvme1", "BAR", "0", "--boot", "aligned").out().lines().limit(9).reduce("", (a, b) -> a + b + "\n"));
    }

    @Test
    void bootsWithTheSameExplanationShareIt() {
        String out = explain("0000:00:05.0", "bar 0", "--boot", "stock").out();
        assertTrue(out.startsWith("""
                host cloud, boot stock: Linux 6.12 on aarch64, 64K pages, no command line
                host cloud, boot stock: Linux 7.3 on aarch64, 64K pages, no command line

                0000:00:05.0 BAR 0 (nvme1): at 0x8000004000-0x8000007fff, not mapped (unaligned)
                """), out);
    }

    @Test
    void withoutAResourceAllOfTheFunctionAreExplained() {
        String out = explain("nvme1", "--boot", "aligned").out();
        assertEquals(2, out.lines().filter(line -> line.startsWith("0000:00:05.0")).count(), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAR 0", "bar0", "Bar  0"})
    void aResourceIsNamedInAnyWay(String name) {
        assertEquals(ExitStatus.CLEAN, explain("nvme0", name).status());
    }

    @Test
    void whatIsNotThereIsSaid() {
        Run run = explain("nvme7");
        assertEquals("2 pcitopo: cloud.pcitopo has no nvme7 in any boot that was looked at; 'pcitopo simulate' lists what there is\n",
                run.status() + " " + run.err());
    }

    @Test
    void aResourceThatCannotBeIsRefused() {
        Run run = explain("nvme0", "BAR", "6");
        assertEquals("2 pcitopo: 'BAR 6' is no resource; say BAR 0 to BAR 5, VF BAR 0 to VF BAR 5, ROM, io, mem or pref\n",
                run.status() + " " + run.err());
    }
}
