package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** What powerpc keeps of firmware's assignment (behaviour specification 4.4, C6). */
class PowerPcSurveyTest {

    @Test
    void pseriesKeepsWhatFirmwareAssigned() {
        PaperMachine.pseries("01.0 ED@0x200080100000").boot("6.1").states("00:01.0 bar0 claimed");
    }

    @Test
    void pseriesAssignsWhatFirmwareDidNot() {
        PaperMachine.pseries("01.0 ED").boot("6.1").places("00:01.0 bar0 0x200080000000-0x2000800fffff");
    }

    /** The register holds 0, although that is an address of a window. */
    @Test
    void busAddressZeroIsUnassigned() {
        PaperMachine.pseries("01.0 io:256@0x200000000000").boot("6.1").states("00:01.0 bar0 assigned");
    }

    @Test
    void whoseDecoderIsOnComesFirst() {
        PaperMachine.pseries("""
                01.0 off ED@0x200080100000
                02.0 ED@0x200080100000
                """).boot("6.1").states("""
                00:01.0 bar0 assigned
                00:02.0 bar0 claimed
                """);
    }

    /** Unlike on x86, ROMs take part: their decoder counts as off. */
    @Test
    void romsAreClaimedWithWhatIsOff() {
        PaperMachine.pseries("""
                01.0 rom:64K@0x200080100000
                02.0 m32:64K@0x200080100000
                """).boot("6.1").states("""
                00:01.0 rom assigned
                00:02.0 bar0 claimed
                """);
    }

    @Test
    void bridgeWindowsAreKept() {
        PaperMachine.pseries("""
                01.0 BR mem=0x200080100000-0x2000801fffff {
                    00.0 m32:4K@0x200080100000
                }
                """).boot("6.1").states("""
                00:01.0 mem claimed
                01:00.0 bar0 claimed
                """);
    }

    @Test
    void aClosedWindowIsSizedAfresh() {
        PaperMachine.pseries("""
                01.0 BR {
                    00.0 m32:4K
                }
                """).boot("6.1").places("00:01.0 mem 0x200080000000-0x2000800fffff");
    }

    /** The windows of the device tree are read after the request, so they are not forgotten (C7). */
    @Test
    void namingABridgeChangesNoWindow() {
        PaperMachine.pseries("""
                01.0 BR mem=0x200080100000-0x2000801fffff {
                    00.0 m32:4K@0x200080100000
                }
                """).boot("6.1", "resource_alignment=20@00:01.0").states("00:01.0 mem claimed");
    }

    @Test
    void theFirstPortsStayFree() {
        PaperMachine.pseries("01.0 io:256").windows("io 0x0-0xffff", "mem 0x80000000-0xffffffff").boot("6.1")
                .places("00:01.0 bar0 0x1000-0x10ff");
    }

    @Test
    void portsWhoseHostBeginsHighStayOpen() {
        PaperMachine.pseries("01.0 io:256").boot("6.1").places("00:01.0 bar0 0x200000000000-0x2000000000ff");
    }

    @Test
    void theVgaApertureStaysFree() {
        PaperMachine.pseries("01.0 m32:128K").windows("mem 0xa0000-0xfffff").boot("6.1")
                .places("00:01.0 bar0 0xc0000-0xdffff");
    }

    @Test
    void aLegacyRangeThatWrapsAroundIsNoRange() {
        PaperMachine.pseries("01.0 io:256").windows("io 0xfffffffffffff800-0xffffffffffffffff").boot("6.1")
                .states("00:01.0 bar0 unassigned");
    }

    @Test
    void underProbeOnlyNothingMoves() {
        PaperMachine.pseries("01.0 ED@0x200080100000\n02.0 ED").probeOnly().boot("6.1").states("""
                00:01.0 bar0 claimed
                00:02.0 bar0 unassigned
                """);
    }

    @Test
    void underProbeOnlyRequestsAreIgnored() {
        PaperMachine.pseries("01.0 SD@0x200080100000").probeOnly().boot("6.1", "resource_alignment=16@00:01.0")
                .sizes("00:01.0 bar0 0x100");
    }

    @Test
    void powernvClaimsNothing() {
        PaperMachine.powernv9("00.0 ED@0x600c000400000").boot("6.1").states("00:00.0 bar0 assigned");
    }

    /** The device tree marks no ROM prefetchable, so it does not fit a prefetchable window. */
    @Test
    void romsAreNotPrefetchable() {
        PaperMachine.pseries("01.0 rom:64K").windows("pref 0x80000000-0xffffffff").boot("6.1").places("00:01.0 rom -");
    }
}
