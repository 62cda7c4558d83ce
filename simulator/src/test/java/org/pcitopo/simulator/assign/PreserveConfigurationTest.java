package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Hosts on which firmware's assignment is kept (behaviour specification 1.5, 4.3, C5). */
class PreserveConfigurationTest {

    private static final String ASSIGNED = """
            01.0 BR mem=0x10100000-0x101fffff {
                00.0 m32:4K@0x10100000
            }
            02.0 ED@0x10200000
            """;

    @Test
    void withoutItNothingOfFirmwaresMatters() {
        PaperMachine.arm64Acpi(ASSIGNED).boot("6.12").places("""
                00:01.0 mem 0x10000000-0x100fffff
                00:02.0 bar0 0x10100000-0x101fffff
                """);
    }

    @ParameterizedTest
    @CsvSource({"5.10", "6.12", "7.3"})
    void acpiCanAskForIt(String kernel) {
        PaperMachine.arm64Acpi(ASSIGNED).preserve().boot(kernel).states("""
                00:01.0 mem claimed
                01:00.0 bar0 claimed
                00:02.0 bar0 claimed
                """);
    }

    @ParameterizedTest
    @CsvSource({"6.1", "6.12", "7.3"})
    void theDeviceTreeCanAskForIt(String kernel) {
        PaperMachine.arm64(ASSIGNED).probeOnly().boot(kernel).states("00:02.0 bar0 claimed");
    }

    @ParameterizedTest
    @CsvSource({"6.10, unassigned", "6.11, assigned", "7.3, assigned"})
    void from611TheRestIsAssigned(String kernel, String state) {
        PaperMachine.arm64("01.0 ED@0x10200000\n02.0 ED@none").probeOnly().boot(kernel).states("00:02.0 bar0 " + state);
    }

    @Test
    void portsAtZeroAreClaimedThere() {
        PaperMachine.arm64("01.0 io:256").preserve().boot("6.12").places("00:01.0 bar0 0x0-0xff");
    }

    @Test
    void romsAreClaimedToo() {
        PaperMachine.arm64("01.0 rom:64K@0x10000000").preserve().boot("6.12").states("00:01.0 rom claimed");
    }

    /** Registers that read 0 and 0 are an open window of one step at 0. */
    @ParameterizedTest
    @CsvSource({"6.12, 0x100000", "6.15, 0x100000", "7.0, 0x0", "7.3, 0x0"})
    void aWindowThatCannotBeClaimedKeepsItsSize(String kernel, String size) {
        PaperMachine.arm64("""
                01.0 BR mem=0x0-0xfffff {
                }
                """).preserve().boot(kernel).sizes("00:01.0 mem " + size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "6.15", "7.2", "7.3"})
    void anIoWindowKeepsItsSizeInEveryRelease(String kernel) {
        PaperMachine.arm64("""
                01.0 BR io=0x10000-0x10fff {
                }
                """).preserve().boot(kernel).sizes("00:01.0 io 0x1000");
    }

    @Test
    void virtualFunctionsStartNoReallocation() {
        PaperMachine.arm64("""
                01.0 PORT {
                    00.0 m64:16K vf:m64:16K*4
                }
                """).preserve().boot("6.12").sized("""
                00:01.0 mem 0x100000 align 0x100000 + 0x0
                """);
    }
}
