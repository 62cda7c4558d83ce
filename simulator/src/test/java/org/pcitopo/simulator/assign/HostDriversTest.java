package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** What the drivers of some host bridges do their own way. */
class HostDriversTest {

    private static final String PORTS = """
            01.0 BR rom:2K {
                00.0 m64:16K rom:64K
            }
            02.0 BR rom:2K {
                00.0 m32:64K
            }
            """;

    /** As on Turris Omnia and Armada 385: every ROM of a port has a megabyte of its own. */
    @Test
    void mvebuAlignsTheRootBusToItsDecoder() {
        PaperMachine.arm32(PORTS).host("mvebu-pcie soc:pcie").boot("5.15").places("""
                00:01.0 mem 0xe0000000-0xe00fffff
                00:02.0 mem 0xe0100000-0xe01fffff
                00:01.0 rom 0xe0200000-0xe02007ff
                00:02.0 rom 0xe0300000-0xe03007ff
                """);
    }

    @Test
    void otherHostsOfArmDoNot() {
        PaperMachine.arm32(PORTS).host("pci-host-generic 30000000.pci").boot("5.15").places("00:02.0 rom 0xe0200800-0xe0200fff");
    }

    @Test
    void mvebuMapsPortsBy64K() {
        PaperMachine.arm32("01.0 BR {\n 00.0 io:256\n}\n02.0 BR {\n 00.0 io:256\n}").host("mvebu-pcie soc:pcie").boot("5.15").places("""
                00:01.0 io 0x10000-0x10fff
                00:02.0 io 0x20000-0x20fff
                """);
    }

    /** The driver makes its domain long after x86 has claimed what firmware assigned. */
    @Test
    void behindVmdNothingIsClaimed() {
        PaperMachine.x86("01.0 m32:4K@0x90000000").host("vmd 0000:00:0e.0").boot("6.8").places("00:01.0 bar0 0x80000000-0x80000fff");
    }

    @Test
    void elsewhereOnX86FirmwaresPlaceIsKept() {
        PaperMachine.x86("01.0 m32:4K@0x90000000").host("PCI0").boot("6.8").places("00:01.0 bar0 0x90000000-0x90000fff");
    }

    private static final String FREESCALE = """
            00.0 BR m32:16M@0xdf000000 mem=0xc00000000-0xc100fffff {
                00.0 m32:128K@0xc01000000
            }
            """;

    /** As on X5000 and T4240: the port takes all that its host has, and nothing is left for its own BAR. */
    @Test
    void freescalesPortHasTheWindowsOfItsHost() {
        PaperMachine.ppc64(FREESCALE).host("fsl-pci ffe200000.pcie").boot("5.4").places("""
                00:00.0 io 0x10000-0x1ffff
                00:00.0 mem 0xc00000000-0xc1fffffff
                00:00.0 bar0 -
                01:00.0 bar0 0xc01000000-0xc0101ffff
                """);
    }

    @Test
    void otherPortsOfPowerpcKeepTheirOwn() {
        PaperMachine.ppc64(FREESCALE).boot("5.4").places("00:00.0 mem 0xc00000000-0xc100fffff");
    }
}
