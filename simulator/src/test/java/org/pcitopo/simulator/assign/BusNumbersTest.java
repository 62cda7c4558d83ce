package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.step.BootStep;

/** Which bus is below which bridge. */
class BusNumbersTest {

    @Test
    void unnumberedBusesAreNumberedDepthFirst() {
        assertEquals("00:01.0=1-2 01:00.0=2-2 00:02.0=3-3", buses(PaperMachine.arm64("""
                01.0 BR {
                    00.0 BR {
                    }
                }
                02.0 BR {
                }
                """)));
    }

    @Test
    void numbersOfTheTopologyAreKept() {
        assertEquals("00:01.0=5-9 00:02.0=10-10", buses(PaperMachine.arm64("""
                01.0 BR bus=5-9 {
                }
                02.0 BR {
                }
                """)));
    }

    @Test
    void theOrderOfTheTextDoesNotMatter() {
        assertEquals("00:01.0=1-1 00:02.0=2-2", buses(PaperMachine.arm64("""
                02.0 BR {
                }
                01.0 BR {
                }
                """)));
    }

    @Test
    void aHostWithoutFurtherBusesSaysWhichBridgeHasNone() {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 BR {
                }
                02.0 BR {
                }
                """).lastBus(1);
        String message = assertThrows(TopologyException.class, () -> machine.boot("6.12")).getMessage();
        assertEquals("0000:00:02.0: no bus number is left for what is below it; host 0000:00 ends with bus 01", message);
    }

    @Test
    void aBusThatCannotBeIsNamed() {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 BR bus=100 {
                }
                """);
        String message = assertThrows(TopologyException.class, () -> machine.boot("6.12")).getMessage();
        assertTrue(message.startsWith("0000:00:01.0: there is no bus 100"), message);
    }

    /** Removal does not clear the registers, so a bridge comes back with the bus that it had. */
    @Test
    void aRemovedBridgeKeepsItsNumber() {
        assertEquals("00:01.0=1-1 00:02.0=2-3 02:00.0=3-3", buses(PaperMachine.arm64("""
                01.0 BR {
                }
                02.0 BR {
                    00.0 BR {
                    }
                }
                """).then(new BootStep.Remove(RuntimeStepsTest.address("00:02.0")), new BootStep.Rescan())));
    }

    private static String buses(PaperMachine machine) {
        PaperBoot boot = machine.boot("6.12");
        return boot.simulation().assignment().functions().stream().filter(function -> function.secondary() >= 0)
                .map(function -> String.format("%s=%d-%d", PaperBoot.shortName(function.address()), function.secondary(),
                        function.subordinate()))
                .collect(Collectors.joining(" "));
    }
}
