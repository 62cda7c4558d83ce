package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;

/** The architecture, from the surest sign in a log. */
class ArchitectureLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Linux version 6.1.0-50-amd64 (debian-kernel@lists.debian.org) | X86_64",
        "Linux version 6.18.2 (x@y) (x86_64-linux-gnu-gcc-12 (Debian 12.2.0)) | X86_64",
        "Linux version 6.12.107+deb13-arm64 (debian-kernel@lists.debian.org) | AARCH64",
        "Linux version 6.12.107+deb13-arm64-16k (x) (aarch64-linux-gnu-gcc-14) | AARCH64",
        "Linux version 4.18.0-80.el8.aarch64 (mockbuild) | AARCH64",
        "Linux version 6.12.107+deb13-powerpc64le (x) (powerpc64le-linux-gnu-gcc-14) | PPC64LE",
        "BIOS-e820: [mem 0x0000000000000000-0x000000000009fbff] usable | X86_64",
        "Booting Linux on physical CPU 0x0000000000 [0x411fd070] | AARCH64",
        "CPU: ARMv7 Processor [414fc091] revision 1 (ARMv7), cr=10c5387d | ARM",
        "PCI: bus0: Fast back to back transfers disabled | ARM",
        "Using PowerMac machine description | PPC32",
        "hash-mmu: ppc64_pft_size    = 0x0 | PPC64",
        "pci_bus 0000:00: root bus resource [io  0xc000180000010000-0xc00018000001ffff] (bus address [0x0000-0xffff]) | PPC64",
        "MIPS: machine is MikroTik RouterBOARD | MIPS",
        "SBI specification v1.0 detected | RISCV64",
        "mvebu-pcie soc:pcie: PCI host bridge to bus 0000:00 | ARM",
        "mt7621-pci 1e140000.pcie: PCI host bridge to bus 0000:00 | MIPS",
        "pci_bus 0000:00: root bus resource [io  0x0000-0x0cf7 window] | X86_64"})
    void tells(String line, Architecture architecture) {
        assertEquals(architecture, LogText.findings(line, Finding.ArchitectureIs.class).get(0).architecture());
    }

    @Test
    void theSurerSignWins() {
        assertEquals(Architecture.AARCH64, LogText.findings("""
                pci_bus 0000:00: root bus resource [mem 0x10000000-0x3efeffff window]
                pci 0000:00:00.0: [1b36:0008] type 00 class 0x060000
                """, Finding.ArchitectureIs.class).get(0).architecture());
    }

    @Test
    void armWithAcpiWindows() {
        assertEquals(Machine.ARM64_ACPI, LogText.findings("""
                Booting Linux on physical CPU 0x0000000000 [0x411fd070]
                ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])
                PCI host bridge to bus 0000:00
                """, Finding.MachineIs.class).get(0).machine());
    }

    @Test
    void armWithADeviceTree() {
        assertEquals(Machine.ARM64_DT, LogText.findings("""
                Booting Linux on physical CPU 0x0000000000 [0x411fd070]
                pci-host-generic 4010000000.pcie: PCI host bridge to bus 0000:00
                """, Finding.MachineIs.class).get(0).machine());
    }

    @Test
    void saysNothingWhereNothingTells() {
        assertTrue(LogText.findings("pci 0000:00:01.0: [1b36:0007] type 00 class 0x080501", Finding.ArchitectureIs.class).isEmpty());
    }
}
