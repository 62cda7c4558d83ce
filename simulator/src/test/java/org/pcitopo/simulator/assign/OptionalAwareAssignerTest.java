package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** Placing required and optional resources from 6.16 on (behaviour specification C13). */
class OptionalAwareAssignerTest {

    private static PaperMachine machine(String functions, String end) {
        return PaperMachine.arm64(functions).windows("mem 0x10000000-" + end).config("PCI_REALLOC_ENABLE_AUTO", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void whereEverythingFitsAllIsPlacedAtOnce(String kernel) {
        machine("01.0 m32:1M vf:m32:1M*3 rom:64K", "0x104fffff").boot(kernel).places("""
                00:01.0 bar0 0x10000000
                00:01.0 vfbar0 0x10100000
                00:01.0 rom 0x10400000
                """);
    }

    /** Nothing is listed on a root bus without bridges, so what is placed stays. */
    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void whereOnlyOptionalOnesFailNothingIsTakenBack(String kernel) {
        PaperBoot boot = machine("01.0 m32:1M vf:m32:1M*4", "0x103fffff").boot(kernel);
        assertEquals(0, boot.events(TraceEvent.Released.class, event -> event).size());
    }

    /** A ROM of 2M would take the place of a BAR of 1M. */
    @ParameterizedTest
    @CsvSource({"6.15, unassigned, assigned", "6.16, assigned, unassigned", "7.3, assigned, unassigned"})
    void requiredOnesComeBeforeDisabledRoms(String kernel, String bar, String rom) {
        machine("01.0 m32:1M rom:2M", "0x101fffff").boot(kernel).states("""
                00:01.0 bar0 %s
                00:01.0 rom %s
                """.formatted(bar, rom));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void anEnabledRomIsRequired(String kernel) {
        machine("01.0 m32:1M rom:2M,on", "0x101fffff").boot(kernel).states("00:01.0 rom assigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void hotplugReserveIsGivenUpForWhatIsThere(String kernel) {
        machine("""
                01.0 RPh {
                    00.0 m32:1M
                }
                """, "0x100fffff").boot(kernel).places("00:01.0 mem 0x10000000-0x100fffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void aWindowThatFailsKeepsNoPlace(String kernel) {
        machine("""
                01.0 BR {
                    00.0 m32:2M
                }
                """, "0x100fffff").boot(kernel).states("""
                00:01.0 mem unassigned
                01:00.0 bar0 unassigned
                """);
    }

    /** With a listed window the optional ROM goes back and is found a place after what is required. */
    @ParameterizedTest
    @ValueSource(strings = {"6.16", "7.3"})
    void whatIsListedIsPlacedAfterwards(String kernel) {
        machine("""
                01.0 RPh nopref {
                    00.0 m32:1M
                }
                02.0 m32:2M
                """, "0x103fffff").boot(kernel, "hpmmiosize=2M,hpmmioprefsize=0").places("""
                00:02.0 bar0 0x10000000-0x101fffff
                00:01.0 mem 0x10200000-0x103fffff
                """);
    }

    /**
     * Up to 6.17 a prefetchable window that failed is none for the moment, so room is looked for in the other one (recording
     * {@code virt-6.17.13-arm64-s0963-b}).
     */
    @ParameterizedTest
    @CsvSource({"6.16, 3", "6.17, 3", "6.18, 1", "7.3, 1"})
    void aFailedPrefetchableWindowIsReleasedAsTheOther(String kernel, int expected) {
        PaperBoot boot = machine("""
                01.0 RP {
                    00.0 m32:1M p64:16M
                }
                """, "0x103fffff").boot(kernel, "realloc");
        assertEquals(expected, boot.events(TraceEvent.Released.class, event -> event).stream()
                .filter(event -> event.resource().toString().equals("0000:00:01.0 mem window")).count());
    }
}
