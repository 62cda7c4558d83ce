package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** Which window of a bridge serves what (behaviour specification 5.1). */
class WindowSelectionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what is behind, window where the bridge has a 64-bit prefetchable one, a 32-bit one, none
            m32:1M,                    mem,  mem,  mem
            m64:1M,                    mem,  mem,  mem
            p32:1M,                    mem,  pref, mem
            'rom:1M,on',               mem,  pref, mem
            p64:1M,                    pref, pref, mem
            io:256,                    io,   io,   io
            """)
    void servesEachSortOfResource(String resource, String wide, String narrow, String none) {
        assertEquals(List.of(wide, narrow, none, wide, narrow, none),
                List.of(serving("6.12", "", resource), serving("6.12", "closed32", resource), serving("6.12", "nopref", resource),
                        serving("7.3", "", resource), serving("7.3", "closed32", resource), serving("7.3", "nopref", resource)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the bridge behind, what is behind it, window in each of the three cases
            BR,          m32:1M,   mem,  mem,  mem
            BR,          p64:1M,   pref, pref, mem
            BR closed32, p64:1M,   mem,  pref, mem
            """)
    void servesWindowsOfBridges(String bridge, String resource, String wide, String narrow, String none) {
        assertEquals(List.of(wide, narrow, none, wide, narrow, none),
                List.of(servingBridge("6.12", "", bridge, resource), servingBridge("6.12", "closed32", bridge, resource),
                        servingBridge("6.12", "nopref", bridge, resource), servingBridge("7.3", "", bridge, resource),
                        servingBridge("7.3", "closed32", bridge, resource), servingBridge("7.3", "nopref", bridge, resource)));
    }

    /** The windows of 00:01.0 that are needed for one resource behind it. */
    private static String serving(String kernel, String windows, String resource) {
        return needed(PaperMachine.arm64("01.0 BR " + windows + " {\n 00.0 " + resource + "\n }").boot(kernel));
    }

    private static String servingBridge(String kernel, String windows, String bridge, String resource) {
        return needed(PaperMachine.arm64("""
                01.0 BR %s {
                    00.0 %s {
                        00.0 %s
                    }
                }
                """.formatted(windows, bridge, resource)).boot(kernel));
    }

    private static String needed(PaperBoot boot) {
        return boot.events(TraceEvent.WindowSized.class, event -> event).stream()
                .filter(event -> event.size() != 0 && PaperBoot.shortName(event.window().function()).equals("00:01.0"))
                .map(event -> event.window().name().jsonName()).collect(Collectors.joining(" "));
    }

    /** Up to 6.17 a bridge without prefetchable window keeps the reserve for it in its memory window (C12). */
    @ParameterizedTest
    @CsvSource({"6.12, 0x400000", "7.3, 0x200000"})
    void theReserveOfAMissingWindow(String kernel, String optional) {
        PaperMachine.arm64("01.0 RPh nopref {\n }").boot(kernel).optional("00:01.0 mem " + optional);
    }

    @Test
    void onARootBusAPrefetchableWindowServesWhatIsPrefetchable() {
        assertEquals("pref", chosenOnRoot(Flags.MEM | Flags.PREFETCH));
    }

    @Test
    void onARootBusTheWidthIsDroppedFirst() {
        assertEquals("pref", chosenOnRoot(Flags.MEM | Flags.PREFETCH | Flags.MEM_64));
    }

    @Test
    void onARootBusPlainMemoryTakesTheFirstWindowOfMemory() {
        assertEquals("mem", chosenOnRoot(Flags.MEM));
    }

    private static String chosenOnRoot(int flags) {
        Workbench bench = Workbench.of(PaperMachine.arm64("").windows("mem 0x10000000-0x1fffffff", "pref 0x20000000-0x2fffffff"),
                "7.3");
        return WindowSelection.ByFunction.choose(bench.root, flags).map(window -> window.has(Flags.PREFETCH) ? "pref" : "mem")
                .orElse("none");
    }
}
