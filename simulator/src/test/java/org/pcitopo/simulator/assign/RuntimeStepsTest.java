package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;

/** Removing, scanning again and what is written to sysfs between (behaviour specification 1.4). */
class RuntimeStepsTest {

    private static final String THREE = """
            01.0 SD
            02.0 SD
            03.0 SD
            """;

    static PciAddress address(String text) {
        return PciAddress.parse(text).orElseThrow();
    }

    private static BootStep remove(String address) {
        return new BootStep.Remove(address(address));
    }

    @Test
    void whatIsRemovedIsGone() {
        PaperMachine.arm64(THREE).then(remove("00:02.0")).boot("6.12").states("""
                00:01.0 bar0 assigned
                00:02.0 bar0 absent
                00:03.0 bar0 assigned
                """);
    }

    @Test
    void aRescanFindsItAgainWhereItWas() {
        PaperMachine.arm64(THREE).then(remove("00:02.0"), new BootStep.Rescan()).boot("6.12")
                .places("00:02.0 bar0 0x10000100-0x100001ff");
    }

    @Test
    void anAlignmentWrittenBeforeHoldsForWhatIsFoundAgain() {
        PaperMachine.arm64(THREE).then(new BootStep.WriteResourceAlignment("00:02.0"), remove("00:02.0"), new BootStep.Rescan())
                .boot("6.12").places("00:02.0 bar0 0x10001000-0x10001fff");
    }

    @Test
    void anAlignmentMovesNothingByItself() {
        PaperMachine.arm64(THREE).then(new BootStep.WriteResourceAlignment("00:02.0"), new BootStep.Rescan()).boot("6.12")
                .places("00:02.0 bar0 0x10000100-0x100001ff");
    }

    @Test
    void anEmptyTextTakesTheCommandLinesRequestsBack() {
        PaperMachine.arm64(THREE).then(new BootStep.WriteResourceAlignment(""), remove("00:02.0"), new BootStep.Rescan())
                .boot("6.12", "resource_alignment=00:02.0").sizes("00:02.0 bar0 0x100");
    }

    @Test
    void aWindowThatHasAPlaceKeepsItsSize() {
        PaperMachine.arm64("""
                01.0 BR {
                    00.0 m32:1M
                    01.0 m32:1M
                }
                """).then(new BootStep.WriteResourceAlignment("21@01:01.0"), remove("01:01.0"), new BootStep.Rescan()).boot("6.12")
                .places("""
                        00:01.0 mem 0x10000000-0x101fffff
                        01:01.0 bar0 -
                        """);
    }

    @Test
    void aRemovedBridgeTakesEverythingBelowAlong() {
        PaperMachine.arm64("""
                01.0 BR {
                    00.0 ED
                }
                02.0 ED
                """).then(remove("00:01.0")).boot("6.12").states("""
                00:01.0 mem absent
                01:00.0 bar0 absent
                00:02.0 bar0 assigned
                """);
    }

    @Test
    void aBridgeComesBackWithEverythingBelow() {
        PaperMachine.arm64("""
                01.0 BR {
                    00.0 ED
                }
                """).then(remove("00:01.0"), new BootStep.Rescan()).boot("6.12").places("""
                00:01.0 mem 0x10000000-0x100fffff
                01:00.0 bar0 0x10000000-0x100fffff
                """);
    }

    @Test
    void whatWasRemovedBelowARemovedBridgeComesBackOnce() {
        assertEquals(4, PaperMachine.arm64("""
                01.0 BR {
                    00.0 ED
                    01.0 ED
                }
                """).then(remove("01:00.0"), remove("00:01.0"), new BootStep.Rescan()).boot("6.12").simulation().assignment()
                .functions().size());
    }

    @Test
    void whatIsNotThereIsRemovedWithoutEffect() {
        PaperMachine.arm64(THREE).then(remove("05:00.0"), remove("00:02.0"), remove("00:02.0")).boot("6.12")
                .states("00:02.0 bar0 absent");
    }
}
