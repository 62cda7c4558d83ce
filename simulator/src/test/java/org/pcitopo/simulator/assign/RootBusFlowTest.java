package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** How often a root bus is tried (behaviour specification 4.6, C1). */
class RootBusFlowTest {

    private static final String WITH_VFS = """
            01.0 PORT {
                00.0 m64:16K vf:m64:16K*4
            }
            """;

    private static List<String> tries(PaperBoot boot) {
        return boot.events(TraceEvent.TryStarted.class, event -> event.number() + "/" + event.of());
    }

    /** A bridge window too small for what is behind it; firmware assigned it. */
    private static PaperMachine tight(String kernelConfig) {
        return PaperMachine.x86("""
                01.0 BR mem=0x90000000-0x900fffff {
                    00.0 m32:1M@0x90000000
                    01.0 m32:1M%s
                }
                """.formatted(kernelConfig));
    }

    @Test
    void withoutReasonThereIsOneTry() {
        assertEquals(List.of("1/1"), tries(PaperMachine.arm64("01.0 ED").boot("6.12")));
    }

    @Test
    void vfBarsWithoutAddressStartReallocation() {
        assertEquals(List.of("1/2"), tries(PaperMachine.arm64(WITH_VFS).boot("6.12")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCI_REALLOC_ENABLE_AUTO", "PCI_IOV"})
    void theKernelMustBeBuiltForIt(String option) {
        assertEquals(List.of("1/1"), tries(PaperMachine.arm64(WITH_VFS).config(option, false).boot("6.12")));
    }

    @Test
    void reallocOffSwitchesItOff() {
        assertEquals(List.of("1/1"), tries(PaperMachine.arm64(WITH_VFS).boot("6.12", "realloc=off")));
    }

    @Test
    void vfBarsThatFirmwarePlacedDoNot() {
        assertEquals(List.of("1/1"), tries(PaperMachine.arm64(WITH_VFS.replace("*4", "*4@0x10000000")).boot("6.12")));
    }

    @Test
    void aPhysicalFunctionWhoseSetupFailedDoesNotCount() {
        assertEquals(List.of("1/1"), tries(PaperMachine.arm64(WITH_VFS.replace("vf:m64:16K", "vf:m64:2K")).boot("6.12")));
    }

    @ParameterizedTest
    @CsvSource({"6.10, 1/1", "6.11, 1/2"})
    void olderDeviceTreeHostsTryOnce(String kernel, String first) {
        assertEquals(List.of(first), tries(PaperMachine.arm64(WITH_VFS).boot(kernel)));
    }

    /** While another try is left VFs count as required, and the hotplug reserve is a minimum. */
    @Test
    void earlyTriesKnowNothingOptional() {
        PaperMachine.arm64("""
                01.0 RPh nopref {
                    00.0 m32:1M vf:m32:1M*4
                }
                """).boot("6.12", "hpmmiosize=4M,hpmmioprefsize=0,hpiosize=0").sized("""
                00:01.0 mem 0x500000 align 0x100000 + 0x0
                """);
    }

    @Test
    void theLastTryKnowsThem() {
        PaperMachine.arm64("""
                01.0 RPh nopref {
                    00.0 m32:1M vf:m32:1M*4
                }
                """).boot("6.12", "hpmmiosize=4M,hpmmioprefsize=0,hpiosize=0,realloc=off").sized("""
                00:01.0 mem 0x100000 align 0x100000 + 0x700000
                """);
    }

    @Test
    void firmwaresWindowsStayWithoutRealloc() {
        tight("").boot("6.12").places("""
                00:01.0 mem 0x90000000-0x900fffff
                01:01.0 bar0 -
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.14", "6.12", "6.18.12", "7.3"})
    void reallocMakesRoom(String kernel) {
        tight("").boot(kernel, "realloc").states("""
                00:01.0 mem assigned
                01:00.0 bar0 assigned
                01:01.0 bar0 assigned
                """);
    }

    @Test
    void thereAreAsManyTriesAsLevelsAndOneMore() {
        assertEquals(List.of("1/3", "2/3", "3/3"), tries(PaperMachine.arm64("""
                01.0 BR {
                    00.0 BR {
                        00.0 m32:2G
                    }
                }
                """).boot("6.12", "realloc")));
    }

    @Test
    void aTryThatPlacesEverythingIsTheLast() {
        assertEquals(List.of("1/3"), tries(PaperMachine.arm64("""
                01.0 BR {
                    00.0 BR {
                        00.0 m32:2M
                    }
                }
                """).boot("6.12", "realloc")));
    }

    /** From 7.2 on everything that is left counts as failed, what is optional as well (C12). */
    @ParameterizedTest
    @CsvSource({"6.12, 1", "7.3, 2"})
    void optionalFailuresAlone(String kernel, int tries) {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 m32:1M rom:1M
                02.0 BR {
                }
                """).windows("mem 0x10000000-0x100fffff");
        assertEquals(tries, tries(machine.boot(kernel, "realloc")).size());
    }
}
