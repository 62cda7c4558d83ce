package org.pcitopo.simulator.assign;

import static org.pcitopo.simulator.assign.RuntimeStepsTest.address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.step.BootStep;

/** Changing the size of a resizable BAR (behaviour specification 2.4). */
class BarResizerTest {

    /** A graphics card behind a bridge whose windows firmware made just large enough. */
    private static final String CARD = """
            01.0 BR mem=0x90000000-0x900fffff pref=0xa0000000-0xafffffff {
                00.0 p64:256M@0xa0000000,sizes=256M/512M/4G/256G m32:64K@0x90000000
            }
            """;

    private static PaperMachine card(long size) {
        return PaperMachine.x86(CARD).windows("io 0x0-0xffff", "mem 0x80000000-0xfebfffff", "mem 0x1000000000-0x1fffffffff")
                .then(new BootStep.ResizeBar(address("01:00.0"), 0, size));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void theWindowAboveGrowsWithIt(String kernel) {
        card(4L << 30).boot(kernel).places("""
                00:01.0 pref 0x1000000000-0x10ffffffff
                01:00.0 bar0 0x1000000000-0x10ffffffff
                """);
    }

    @Test
    void barsInOtherWindowsStay() {
        card(4L << 30).boot("6.12").places("01:00.0 bar2 0x90000000-0x9000ffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12", "7.3"})
    void whereTheNewSizeHasNoRoomEverythingStays(String kernel) {
        card(256L << 30).boot(kernel).places("""
                00:01.0 pref 0xa0000000-0xafffffff
                01:00.0 bar0 0xa0000000-0xafffffff
                """).states("01:00.0 bar0 claimed").alignments("01:00.0 bar0 0x0");
    }

    @Test
    void aSmallerSizeIsNoProblem() {
        PaperMachine.x86(CARD.replace("sizes=256M", "sizes=64M")).then(new BootStep.ResizeBar(address("01:00.0"), 0, 64L << 20))
                .boot("6.12").places("01:00.0 bar0 0x80000000-0x83ffffff");
    }

    @ParameterizedTest
    @CsvSource({"0, 0x40000000", "0, 0", "2, 0x20000000", "5, 0x20000000"})
    void aSizeThatTheCapabilityDoesNotOfferIsRefused(int bar, String size) {
        PaperMachine.x86(CARD).then(new BootStep.ResizeBar(address("01:00.0"), bar, Long.decode(size))).boot("6.12").movesNothing();
    }

    @Test
    void aRegisterThatIsNoBarIsRefused() {
        PaperMachine.x86(CARD).then(new BootStep.ResizeBar(address("01:00.0"), 6, 512L << 20)).boot("6.12").movesNothing();
    }

    @Test
    void aFunctionThatIsNotThereIsNoProblem() {
        PaperMachine.x86(CARD).then(new BootStep.ResizeBar(address("02:00.0"), 0, 512L << 20)).boot("6.12").movesNothing();
    }

    @Test
    void hostsThatKeepFirmwaresAssignmentRefuse() {
        PaperMachine.arm64("01.0 p64:256M@0x10000000,sizes=256M/512M").preserve()
                .then(new BootStep.ResizeBar(address("00:01.0"), 0, 512L << 20)).boot("6.12").sizes("00:01.0 bar0 0x10000000");
    }

    @Test
    void onARootBusItMovesWithinTheHostsWindows() {
        PaperMachine.x86("01.0 p64:256M@0x80000000,sizes=256M/512M\n02.0 m32:1M@0x90000000")
                .then(new BootStep.ResizeBar(address("00:01.0"), 0, 512L << 20)).boot("6.12").places("""
                        00:01.0 bar0 0xa0000000-0xbfffffff
                        00:02.0 bar0 0x90000000-0x900fffff
                        """);
    }

    /** Another function's BAR holds the window where it is. */
    @Test
    void aWindowThatOthersUseDoesNotGrow() {
        PaperMachine.x86("""
                01.0 BR pref=0xa0000000-0xb00fffff {
                    00.0 p64:256M@0xa0000000,sizes=256M/512M
                    01.0 p64:1M@0xb0000000
                }
                """).then(new BootStep.ResizeBar(address("01:00.0"), 0, 512L << 20)).boot("6.12").movesNothing();
    }

    /** Windows of the function itself are no BARs, even where they lie beside the one that is resized. */
    @Test
    void aBridgesWindowsStay() {
        PaperMachine.x86("""
                01.0 BR p64:256M@0x80000000,sizes=256M/512M mem=0x90000000-0x900fffff {
                    00.0 m32:64K@0x90000000
                }
                """).then(new BootStep.ResizeBar(address("00:01.0"), 0, 512L << 20)).boot("6.12").places("""
                00:01.0 bar0 0xa0000000-0xbfffffff
                00:01.0 mem 0x90000000-0x900fffff
                01:00.0 bar0 0x90000000-0x9000ffff
                """);
    }

    /** The BAR lies in a window of the bus above, which is released only by the bus below that bridge. */
    @Test
    void behindATransparentBridgeTheHostsWindowIsNotReleased() {
        PaperMachine.x86("""
                01.0 BR transparent {
                    00.0 p64:256M@0x80000000,sizes=256M/512M
                }
                """).then(new BootStep.ResizeBar(address("01:00.0"), 0, 512L << 20)).boot("6.12")
                .places("01:00.0 bar0 0x80000000-0x9fffffff");
    }

    /** The window of the switch is as large as the one above it, which also holds the switch's own BAR. */
    @ParameterizedTest
    @CsvSource({"6.12, 16G", "6.17, 16G", "6.18, 256M", "6.18.15, 16G", "7.3, 16G"})
    void aWindowThatIsRememberedAtFullLengthLeavesNoRoomToRound(String kernel, String size) {
        PaperMachine.powernv9("""
                00.0 RPh {
                    00.0 UP p64:8M {
                        01.0 DN {
                            00.0 p64:256M,sizes=256M/16G
                        }
                    }
                }
                """).windows("mem 0x600c180000000-0x600c1fffeffff bus 0x80000000", "pref64 0x6030000000000-0x6033fbfffffff")
                .then(new BootStep.ResizeBar(address("03:00.0"), 0, 16L << 30)).boot(kernel)
                .sizes("03:00.0 bar0 " + (size.equals("16G") ? "0x400000000" : "0x10000000"));
    }

    /** A hotplug port on a host without I/O ports has no I/O window before and none after. */
    @ParameterizedTest
    @ValueSource(strings = {"6.12", "6.17", "6.18.15", "7.3"})
    void aWindowOfAnotherTypeThatNeverHadAPlaceIsNoFailure(String kernel) {
        PaperMachine.powernv9("""
                00.0 RPh {
                    00.0 p64:256M,sizes=256M/512M
                }
                """).then(new BootStep.ResizeBar(address("01:00.0"), 0, 512L << 20)).boot(kernel).sizes("01:00.0 bar0 0x20000000");
    }
}
