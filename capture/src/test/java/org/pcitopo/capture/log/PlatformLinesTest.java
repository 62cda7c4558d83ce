package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.Origin;

/** What a log says of kernel, machine and page size. */
class PlatformLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Linux version 6.12.107+deb13-arm64-16k (debian-kernel@lists.debian.org) (aarch64-linux-gnu-gcc-14 (Debian 14.2.0-19)) #1 SMP | 6.12.107+deb13-arm64-16k",
        "Linux version 6.12.1+ (ubuntu@testbox01) (gcc) #1 | 6.12.1+",
        "Linux version 5.4.0-rc9_A-EON_X5000-119069-gc70373c2f0af-dirty | 5.4.0-rc9_A-EON_X5000-119069-gc70373c2f0af-dirty"})
    void kernelText(String line, String text) {
        assertEquals(text, LogText.findings(line, Finding.KernelText.class).get(0).release());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CPU: 3 UID: 0 PID: 1777 Comm: insmod Tainted: G           O       6.12.62 #0 | 6.12.62",
        "CPU: 1 UID: 0 PID: 20 Comm: cpuhp/1 Not tainted 6.13.0-rc6-PMacG4 #2 | 6.13.0-rc6-PMacG4",
        "CPU: 0 PID: 1 Comm: swapper/0 Not tainted 5.4.0 #1 | 5.4.0"})
    void aBackTraceNamesTheKernelWhereTheLogBeginsLate(String line, String text) {
        assertEquals(text, LogText.findings(line, Finding.KernelText.class).get(0).release());
    }

    @Test
    void debianNamesItsStableLevelElsewhere() {
        String log = "[    0.000000] Linux version 6.1.0-50-arm64 (debian-kernel@lists.debian.org) (gcc-12) #1 SMP Debian 6.1.176-1 (2026-07-02)";
        assertEquals("6.1.176", LogText.findings(log, Finding.Release.class).get(0).release().toString());
    }

    @Test
    void commandLine() {
        assertEquals("root=/dev/sda1 pci=realloc", LogText.findings("""
                [    0.000000] Command line: root=/dev/sda1 pci=realloc
                [    0.000000] Kernel command line: root=/dev/sda1 pci=realloc
                """, Finding.CommandLine.class).get(0).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Dentry cache hash table entries: 131072 (order: 8, 1048576 bytes, linear) | 4096",
        "Dentry cache hash table entries: 262144 (order: 5, 2097152 bytes, linear) | 65536",
        "Dentry cache hash table entries: 131072 (order: 6, 1048576 bytes, linear) | 16384",
        "Mount-cache hash table entries: 8192 (order: 0, 65536 bytes, linear) | 65536",
        "PID hash table entries: 256 (order: -2, 1024 bytes) | 4096",
        "radix-mmu: Mapped 0x0000000000000000-0x00000000025b0000 with 64.0 KiB pages (exec) | 65536"})
    void pageSize(String line, long bytes) {
        assertEquals(bytes, LogText.findings(line, Finding.PageSize.class).get(0).bytes());
    }

    @Test
    void pageSizeIsDerived() {
        assertEquals(Origin.Certainty.DERIVED,
                LogText.findings("Dentry cache hash table entries: 131072 (order: 8, 1048576 bytes, linear)", Finding.PageSize.class)
                        .get(0).origin().certainty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "radix-mmu: Mapped 0x0000000000000000-0x0000000002600000 with 2.00 MiB pages (exec)",
        "percpu: Embedded 10 pages/cpu s611864 r0 d43496 u655360 alloc=2*65536",
        "futex hash table entries: 256 (order: 99, 32768 bytes, linear)",
        "HugeTLB: registered 2.00 MiB page size, pre-allocated 0 pages"})
    void noPageSizeFromLinesThatProveNone(String line) {
        assertTrue(LogText.findings(line, Finding.PageSize.class).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Using PowerNV machine description | POWERNV",
        "Initializing IODA2 PHB (/pciex@600c3c0000000) | POWERNV",
        "Using pSeries machine description | PSERIES",
        "lpar: Using radix MMU under hypervisor | PSERIES"})
    void machine(String line, String machine) {
        assertEquals(machine, LogText.findings(line, Finding.MachineIs.class).get(0).machine().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DMI: Dell Inc. XPS 13 9360/0596KF, BIOS 2.21.0 06/02/2022 | Dell Inc. XPS 13 9360/0596KF, BIOS 2.21.0 06/02/2022",
        "OF: fdt: Machine model: PHYTEC phyBOARD-Mira Quad full | PHYTEC phyBOARD-Mira Quad full",
        "Hardware name: PowerMac3,6 7455 0x80010303 PowerMac | PowerMac3,6 7455 0x80010303 PowerMac"})
    void hardware(String line, String model) {
        assertEquals(model, LogText.findings(line, Finding.HardwareModel.class).get(0).text());
    }

    @ParameterizedTest
    @CsvSource({"PCI: OF: PROBE_ONLY disabled, false", "PCI: OF: PROBE_ONLY enabled, true",
        "PCI: Ignoring requested alignments (PCI_PROBE_ONLY), true"})
    void probeOnly(String line, boolean on) {
        assertEquals(List.of(on), LogText.findings(line, Finding.ProbeOnly.class).stream().map(Finding.ProbeOnly::on).toList());
    }
}
