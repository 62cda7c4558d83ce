package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.trace.TraceEvent;

/** powernv opens the windows of the topmost bridges to the host's (behaviour specification 4.5, C4). */
class IodaWindowOpenerTest {

    private static final String THREE_LEVELS = """
            00.0 RPn {
                00.0 BR {
                    00.0 BR {
                        00.0 m32:1M p64:1M
                    }
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"00:00.0", "01:00.0"})
    void theTwoTopmostBridgesForwardEverything(String bridge) {
        PaperMachine.powernv9(THREE_LEVELS).boot("6.12").places(bridge + " mem 0x600c000000000-0x600c07fefffff");
    }

    @Test
    void furtherDownWindowsStayAsTheyAre() {
        PaperMachine.powernv9(THREE_LEVELS).boot("6.12").places("02:00.0 mem 0x600c000000000-0x600c0003fffff");
    }

    /** Room for MSIs stays free in the prefetchable window as well, once a memory window of the bridge was opened. */
    @Test
    void roomForMsisIsKept() {
        PaperMachine.powernv9(THREE_LEVELS).boot("6.12").places("00:00.0 pref 0x6000000000000-0x6003fbff0ffff");
    }

    @Test
    void withoutMemoryWindowThereIsNoSuchRoom() {
        PaperMachine.powernv9("""
                00.0 RPn {
                    00.0 p64:1M
                }
                """).boot("6.12").places("00:00.0 pref 0x6000000000000-0x6003fbfffffff");
    }

    @Test
    void aWindowWithoutPlaceStaysClosed() {
        PaperMachine.powernv9("""
                00.0 RPn {
                    00.0 p64:1M
                }
                """).boot("6.12").states("00:00.0 mem disabled");
    }

    /** Only M32 has room, so that is what the prefetchable window is opened to. */
    @Test
    void aWindowIsOpenedToTheHostWindowThatItLiesIn() {
        PaperMachine.powernv9("""
                00.0 RPn {
                    00.0 p64:1M
                }
                """).windows("mem 0x600c000000000-0x600c07ffeffff bus 0x80000000").ioda(new Ioda(512, 511, 0x400000, 0, 0))
                .boot("6.12").places("00:00.0 pref 0x600c000000000-0x600c07fefffff");
    }

    @Test
    void whichWindowsWereOpenedIsTold() {
        List<String> opened = PaperMachine.powernv9("""
                00.0 RPn {
                    00.0 m32:1M
                }
                """).boot("6.12").events(TraceEvent.WindowOpened.class, event -> PaperBoot.name(event.window()));
        assertEquals(List.of("00:00.0 mem"), opened);
    }

    @Test
    void pseriesOpensNothing() {
        PaperMachine.pseries("""
                00.0 RPn {
                    00.0 m32:1M
                }
                """).boot("6.12").places("00:00.0 mem 0x200080000000-0x2000800fffff");
    }
}
