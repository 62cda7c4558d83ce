package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Which windows are released before the next try (behaviour specification 4.6, C12). */
class BridgeReleaserTest {

    /** A bridge with an inner bridge, all windows placed by firmware. */
    private static final String NESTED = """
            01.0 BR io=0x2000-0x3fff mem=0x90000000-0x903fffff %s {
                00.0 BR io=0x2000-0x2fff mem=0x90000000-0x901fffff %s {
                    00.0 %s
                }
            }
            """;

    private static String released(String kernel, String failed, boolean wholeSubtree, String outer, String inner) {
        Workbench bench = Workbench.reading(PaperMachine.x86(NESTED.formatted(outer, inner, failed)), kernel);
        Claimer claimer = new Claimer(bench.context.recorder());
        for (String bridge : new String[] {"00:01.0", "01:00.0"}) {
            bench.below(bridge).windows.forEach(window -> claimer.claim(bench.device(bridge), window));
        }
        Request request = new Request(bench.device("02:00.0"), bench.region("02:00.0 bar0"));
        new BridgeReleaser(bench.context).prepareNext(List.of(request), wholeSubtree);
        StringBuilder gone = new StringBuilder();
        for (String name : new String[] {"00:01.0 io", "00:01.0 mem", "00:01.0 pref", "01:00.0 io", "01:00.0 mem", "01:00.0 pref"}) {
            gone.append(bench.device(name.split(" ")[0]).regions.stream().anyMatch(region -> !region.assigned()
                    && Device.nameOf(region).jsonName().equals(name.split(" ")[1])) ? name + ", " : "");
        }
        return gone.toString();
    }

    private static final String WIDE_OUTER = "pref=0xa0000000-0xa03fffff";
    private static final String WIDE_INNER = "pref=0xa0000000-0xa01fffff";
    private static final String NARROW_OUTER = "pref32=0xa0000000-0xa03fffff";
    private static final String NARROW_INNER = "pref32=0xa0000000-0xa01fffff";

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what failed, with 64-bit prefetchable windows, with 32-bit ones
            io:256,  '01:00.0 io, ',   '01:00.0 io, '
            m32:1M,  '01:00.0 mem, ',  '01:00.0 mem, '
            m64:1M,  '01:00.0 mem, ',  '01:00.0 mem, '
            p32:1M,  '01:00.0 mem, ',  '01:00.0 pref, '
            p64:1M,  '01:00.0 pref, ', '01:00.0 pref, '
            """)
    void theWindowThatServesTheFailedTypeGoes(String failed, String wide, String narrow) {
        for (String kernel : new String[] {"6.12", "7.3"}) {
            assertEquals(wide, released(kernel, failed, false, WIDE_OUTER, WIDE_INNER));
            assertEquals(narrow, released(kernel, failed, false, NARROW_OUTER, NARROW_INNER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void aReleasedWindowKeepsItsSize(String kernel) {
        Workbench bench = Workbench.reading(PaperMachine.x86("01.0 BR mem=0x90000000-0x903fffff {\n 00.0 m32:1M\n }"), kernel);
        new Claimer(bench.context.recorder()).claim(bench.device("00:01.0"), bench.region("00:01.0 mem"));
        Request request = new Request(bench.device("01:00.0"), bench.region("01:00.0 bar0"));
        new BridgeReleaser(bench.context).prepareNext(List.of(request), false);
        assertEquals("0 400000", Long.toHexString(bench.region("00:01.0 mem").start) + " "
                + Long.toHexString(bench.region("00:01.0 mem").size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void whatFailedGetsItsFlagsBack(String kernel) {
        Workbench bench = Workbench.of(PaperMachine.x86("01.0 ED"), kernel);
        Region bar = bench.region("00:01.0 bar0");
        Request request = new Request(bench.device("00:01.0"), bar);
        bar.reset();
        new BridgeReleaser(bench.context).prepareNext(List.of(request), false);
        assertEquals(Flags.MEM | Flags.SIZEALIGN, bar.flags);
    }

    /** Up to 6.15 a failed window starts over, flags and all. */
    @ParameterizedTest
    @CsvSource({"6.12, true", "7.3, false"})
    void aFailedWindowLosesItsFlags(String kernel, boolean loses) {
        Workbench bench = Workbench.reading(PaperMachine.x86("01.0 BR mem=0x90000000-0x903fffff {\n }"), kernel);
        Request request = new Request(bench.device("00:01.0"), bench.region("00:01.0 mem"));
        new BridgeReleaser(bench.context).prepareNext(List.of(request), false);
        assertEquals(loses, bench.region("00:01.0 mem").flags == 0);
    }

    /** A bridge with bridges behind it keeps its windows until the third try. */
    @ParameterizedTest
    @CsvSource({"6.12, false, ''", "6.12, true, '00:01.0 mem, 01:00.0 mem, '", "7.3, false, ''",
        "7.3, true, '00:01.0 mem, 01:00.0 mem, '"})
    void leavesGoFirst(String kernel, boolean wholeSubtree, String expected) {
        Workbench bench = Workbench.reading(PaperMachine.x86(NESTED.formatted("", "", "m32:1M")), kernel);
        Claimer claimer = new Claimer(bench.context.recorder());
        for (String bridge : new String[] {"00:01.0", "01:00.0"}) {
            bench.below(bridge).windows.forEach(window -> claimer.claim(bench.device(bridge), window));
        }
        // A window of the inner bridge failed on the bus of the outer one.
        Region window = bench.region("01:00.0 mem");
        Request request = new Request(bench.device("01:00.0"), window);
        new BridgeReleaser(bench.context).prepareNext(List.of(request), wholeSubtree);
        StringBuilder gone = new StringBuilder();
        for (String name : new String[] {"00:01.0 mem", "01:00.0 mem"}) {
            gone.append(bench.region(name).assigned() ? "" : name + ", ");
        }
        assertEquals(expected, gone.toString());
    }

    @Test
    void windowsOfHostBridgesStay() {
        Workbench bench = Workbench.of(PaperMachine.x86("01.0 m32:1M"), "7.3");
        Request request = new Request(bench.device("00:01.0"), bench.region("00:01.0 bar0"));
        new BridgeReleaser(bench.context).prepareNext(List.of(request), true);
        assertEquals(true, bench.root.windows.stream().allMatch(Region::assigned));
    }
}
