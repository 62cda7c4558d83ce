package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** In which window a resource finds its place (behaviour specification 6.2). */
class AllocatorTest {

    /** Windows as ACPI gives them: without the 64-bit bit, one of them prefetchable. */
    private static final String[] ROOT = {"io 0x1000-0xffff", "pref 0x40000000-0x4fffffff", "mem 0x80000000-0x8fffffff",
            "mem 0x8000000000-0x80ffffffff", "pref 0x9000000000-0x90ffffffff"};

    @ParameterizedTest
    @CsvSource(textBlock = """
            # resource, where it goes
            m32:1M, 0x80000000
            m64:1M, 0x8000000000
            p32:1M, 0x40000000
            p64:1M, 0x9000000000
            rom:1M, 0x40000000
            io:256, 0x1000
            """)
    void eachSortHasItsWindowOnARootBus(String resource, String place) {
        String name = resource.startsWith("rom") ? "rom" : "bar0";
        PaperMachine.arm64("01.0 " + resource).windows(ROOT).boot("6.12").places("00:01.0 " + name + " " + place);
    }

    @Test
    void without64BitWindowsItGoesLow() {
        PaperMachine.arm64WithoutHighWindow("01.0 p64:1M").boot("6.12").places("00:01.0 bar0 0x10000000");
    }

    @Test
    void whereHighIsFullItGoesLow() {
        PaperMachine.arm64("01.0 p64:1M\n02.0 p64:1M").windows("mem 0x10000000-0x1fffffff", "mem 0x8000000000-0x80000fffff")
                .boot("6.12").places("""
                        00:01.0 bar0 0x8000000000
                        00:02.0 bar0 0x10000000
                        """);
    }

    @Test
    void a32BitBarNeverGoesHigh() {
        PaperMachine.arm64("01.0 m32:1M").windows("mem 0x8000000000-0x80ffffffff").boot("6.12").places("00:01.0 bar0 -");
    }

    /** What counts is the address on the bus. */
    @Test
    void aHighWindowWithLowBusAddressesServes32Bits() {
        PaperMachine.arm64("01.0 m32:1M").windows("mem 0x8000000000-0x80ffffffff bus 0x10000000").boot("6.12")
                .places("00:01.0 bar0 0x8000000000");
    }

    @Test
    void plainMemoryNeverGoesIntoAPrefetchableWindow() {
        PaperMachine.arm64("01.0 m32:1M").windows("pref 0x10000000-0x1fffffff").boot("6.12").places("00:01.0 bar0 -");
    }

    @Test
    void prefetchableMemoryMayGoIntoAPlainWindow() {
        PaperMachine.arm64("01.0 p32:1M").windows("mem 0x10000000-0x1fffffff").boot("6.12").places("00:01.0 bar0 0x10000000");
    }

    /** Where a window carries the 64-bit bit, a 64-bit BAR finds it first. */
    @Test
    void a64BitBarPrefersA64BitWindow() {
        PaperMachine.arm64("01.0 m64:1M").windows("mem 0x8000000000-0x80ffffffff", "mem64 0x9000000000-0x90ffffffff")
                .boot("6.12").places("00:01.0 bar0 0x9000000000");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # machine, resource, lowest place in a window that starts at 0
            arm64, io:256, 0x1000
            arm64, m32:1M, 0x0
            x86,   io:256, 0x1000
            x86,   m32:1M, 0x10000000
            """)
    void nothingIsHandedOutBelowTheMinimum(String machine, String resource, String place) {
        PaperMachine paper = machine.equals("x86") ? PaperMachine.x86("01.0 " + resource)
                : PaperMachine.arm64("01.0 " + resource);
        paper.windows("io 0x0-0xffff", "mem 0x0-0x7fffffff").boot("6.12").places("00:01.0 bar0 " + place);
    }

    @Test
    void theMinimumHoldsOnlyForWindowsThatStartAtZero() {
        PaperMachine.x86("01.0 io:256 m32:1M").windows("io 0x400-0xffff", "mem 0x1000000-0x7fffffff").boot("6.12").places("""
                00:01.0 bar0 0x400
                00:01.0 bar1 0x1000000
                """);
    }

    @Test
    void windowsAreTriedInFirmwaresOrder() {
        PaperMachine.arm64("01.0 m32:1M").windows("mem 0x80000000-0x8fffffff", "mem 0x10000000-0x1fffffff").boot("6.12")
                .places("00:01.0 bar0 0x80000000");
    }

    /** The bus behind is full, so what it cannot hold goes to the bus above. */
    @Test
    void behindATransparentBridgeTheBusAboveHelps() {
        PaperMachine.x86("""
                01.0 BR transparent mem=0x90000000-0x900fffff {
                    00.0 m32:1M
                    01.0 m32:1M
                }
                """).boot("6.12").places("""
                01:00.0 bar0 0x90000000
                01:01.0 bar0 0x80000000
                """);
    }

    @Test
    void behindAnOrdinaryBridgeItDoesNot() {
        PaperMachine.x86("""
                01.0 BR mem=0x90000000-0x900fffff {
                    00.0 m32:1M
                    01.0 m32:1M
                }
                """).boot("6.12").places("01:01.0 bar0 -");
    }

    @Test
    void whatLosesItsPlaceIsReportedWithTheSizeThatItAskedFor() {
        PaperMachine.arm64("01.0 m32:1G").windows("mem 0x10000000-0x1fffffff").boot("6.12").states("00:01.0 bar0 unassigned")
                .sizes("00:01.0 bar0 0x40000000");
    }
}
