package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.trace.TraceEvent.ClaimFailure;

/** Which of firmware's places can be kept (behaviour specification 4.1). */
class ClaimerTest {

    /** One bridge with an I/O, a memory and a prefetchable window, all placed, and one endpoint behind it. */
    private static Workbench bench(String endpoint) {
        Workbench bench = Workbench.reading(PaperMachine.x86("""
                01.0 BR io=0x2000-0x2fff mem=0x90000000-0x901fffff pref=0xa0000000-0xa01fffff {
                    00.0 %s
                    01.0 m32:4K@0x90100000
                }
                """.formatted(endpoint)), "6.12");
        for (Region window : bench.below("00:01.0").windows) {
            assertTrue(new Claimer(bench.context.recorder()).claim(bench.device("00:01.0"), window));
        }
        return bench;
    }

    private static boolean claim(Workbench bench, String name) {
        return new Claimer(bench.context.recorder()).claim(bench.device(name.split(" ")[0]), bench.region(name));
    }

    private static ClaimFailure failure(Workbench bench) {
        List<TraceEvent> events = bench.context.recorder().trace().events();
        return ((TraceEvent.ClaimFailed) events.get(events.size() - 1)).reason();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # BAR, whether it can be claimed
            m32:4K@0x90000000,      true
            m64:4K@0x90000000,      true
            p64:4K@0xa0000000,      true
            p32:4K@0xa0000000,      true
            p64:4K@0x90000000,      true
            io:256@0x2000,          true
            m32:4K@0xa0000000,      false
            m32:4K@0x901ff800,      false
            m32:4K@0x2000,          false
            io:256@0x3000,          false
            m32:4K@0,               false
            m32:4K@none,            false
            """)
    void theFirstWindowAroundItDecides(String bar, boolean claimed) {
        assertEquals(claimed, claim(bench(bar), "01:00.0 bar0"));
    }

    @Test
    void whatIsClaimedIsInTheWindow() {
        Workbench bench = bench("m32:4K@0x90000000");
        claim(bench, "01:00.0 bar0");
        assertEquals(List.of(bench.region("01:00.0 bar0")), bench.region("00:01.0 mem").children());
    }

    @Test
    void anAddressThatNobodyWroteIsNoAddress() {
        Workbench bench = bench("m32:4K@none");
        claim(bench, "01:00.0 bar0");
        assertEquals(ClaimFailure.NO_ADDRESS, failure(bench));
    }

    @Test
    void outsideOfAllWindowsThereIsNoCompatibleWindow() {
        Workbench bench = bench("m32:4K@0xc0000000");
        claim(bench, "01:00.0 bar0");
        assertEquals(ClaimFailure.NO_COMPATIBLE_WINDOW, failure(bench));
    }

    @Test
    void whatOverlapsIsAnAddressConflict() {
        Workbench bench = bench("m32:8K@0x900ff000");
        claim(bench, "01:01.0 bar0");
        claim(bench, "01:00.0 bar0");
        assertEquals(ClaimFailure.ADDRESS_CONFLICT, failure(bench));
    }

    @Test
    void aFailedClaimUnsets() {
        Workbench bench = bench("m32:4K@0xc0000000");
        claim(bench, "01:00.0 bar0");
        assertTrue(bench.region("01:00.0 bar0").has(Flags.UNSET));
    }

    @Test
    void aShadowRomIsKeptOutsideOfTheTree() {
        Workbench bench = bench("rom:128K@0xc0000,shadow");
        assertTrue(claim(bench, "01:00.0 rom"));
        assertFalse(bench.region("01:00.0 rom").assigned());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # firmware's window on a bus that offers 80000000-febfffff, what is claimed of it
            0x7ff00000-0x801fffff, 0x80000000-0x801fffff
            0xfeb00000-0xfecfffff, 0xfeb00000-0xfebfffff
            0x70000000-0xffffffff, 0x80000000-0xfebfffff
            0x90000000-0x901fffff, 0x90000000-0x901fffff
            """)
    void aBridgeWindowIsCutToWhatTheBusAboveOffers(String firmware, String claimed) {
        PaperMachine.x86("01.0 BR mem=" + firmware + " {\n 00.0 m32:4K\n }").boot("6.12").states("00:01.0 mem claimed")
                .places("00:01.0 mem " + claimed);
    }

    @Test
    void aBridgeWindowOutsideIsNotKept() {
        PaperMachine.x86("01.0 BR mem=0x20000000-0x200fffff {\n 00.0 m32:4K\n }").boot("6.12")
                .places("00:01.0 mem 0x80000000-0x800fffff");
    }

    @Test
    void twoBridgesCannotClaimTheSame() {
        PaperMachine.x86("""
                01.0 BR mem=0x90000000-0x901fffff {
                    00.0 m32:4K
                }
                02.0 BR mem=0x90100000-0x902fffff {
                    00.0 m32:4K
                }
                """).boot("6.12").states("""
                00:01.0 mem claimed
                00:02.0 mem assigned
                """);
    }

    @Test
    void aWindowInsideOneThatIsNotKeptIsLostAsWell() {
        PaperMachine.x86("""
                01.0 BR mem=0x20000000-0x202fffff {
                    00.0 BR mem=0x20000000-0x201fffff {
                        00.0 m32:4K@0x20000000
                    }
                }
                """).boot("6.12").states("""
                01:00.0 mem assigned
                02:00.0 bar0 assigned
                """);
    }

    @Test
    void powerPcKeepsAWindowAroundOnesThatWereClaimedBefore() {
        Region above = Workbench.window(Flags.MEM, 0x1000, 0x8fff);
        Region inner = Region.reserved("inner", Flags.MEM, new AddressRange(0x2000, 0x2fff));
        above.request(inner);
        Region outer = Region.reserved("outer", Flags.MEM, new AddressRange(0x2000, 0x4fff));
        assertTrue(above.requestAround(outer));
        assertEquals(List.of(inner), outer.children());
    }
}
