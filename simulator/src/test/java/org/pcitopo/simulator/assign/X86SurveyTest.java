package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** What x86 keeps of firmware's assignment, and in which order it looks (behaviour specification 4.2, 6.5). */
class X86SurveyTest {

    @Test
    void whatFirmwareAssignedStays() {
        PaperMachine.x86("01.0 ED@0x90000000 io:256@0xc000").boot("6.12").states("00:01.0 bar0 claimed");
    }

    @Test
    void whatFirmwareLeftAtZeroIsAssigned() {
        PaperMachine.x86("01.0 ED io:256").boot("6.12").states("""
                00:01.0 bar0 assigned
                00:01.0 bar1 assigned
                """);
    }

    @Test
    void ofTwoAtOneAddressTheFirstKeepsIt() {
        PaperMachine.x86("""
                01.0 ED@0x90000000
                02.0 ED@0x90000000
                """).boot("6.12").states("""
                00:01.0 bar0 claimed
                00:02.0 bar0 assigned
                """);
    }

    @Test
    void whoseDecoderIsOnComesFirst() {
        PaperMachine.x86("""
                01.0 off ED@0x90000000
                02.0 ED@0x90000000
                """).boot("6.12").states("""
                00:01.0 bar0 assigned
                00:02.0 bar0 claimed
                """);
    }

    @Test
    void eachSpaceHasItsOwnDecoder() {
        PaperMachine.x86("""
                01.0 io-off io:256@0xc000 m32:1M@0x90000000
                02.0 io:256@0xc000 m32:1M@0x90000000
                """).boot("6.12").states("""
                00:01.0 bar0 assigned
                00:01.0 bar1 claimed
                00:02.0 bar0 claimed
                00:02.0 bar1 assigned
                """);
    }

    @Test
    void aRomYieldsToEveryBar() {
        PaperMachine.x86("""
                01.0 rom:64K@0x90000000
                02.0 off m32:64K@0x90000000
                """).boot("6.12").states("""
                00:01.0 rom assigned
                00:02.0 bar0 claimed
                """);
    }

    @Test
    void aRomThatIsFreeIsKept() {
        PaperMachine.x86("01.0 rom:64K@0x90000000,on").boot("6.12").states("00:01.0 rom claimed");
    }

    @Test
    void pciRomPlacesAllRomsAfresh() {
        PaperMachine.x86("01.0 rom:64K@0x90000000").boot("6.12", "rom").places("00:01.0 rom 0x80000000-0x8000ffff");
    }

    @Test
    void bridgeWindowsAreClaimedBeforeBars() {
        PaperMachine.x86("""
                01.0 ED@0x90000000
                02.0 BR mem=0x90000000-0x900fffff {
                }
                """).boot("6.12").states("""
                00:01.0 bar0 assigned
                00:02.0 mem claimed
                """);
    }

    @ParameterizedTest
    @CsvSource({"mem 0x80000000-0x800fffff PNP", "mem 0x7ff00000-0x800fffff PNP"})
    void whatOthersOwnIsNotHandedOut(String reservation) {
        PaperMachine.x86("01.0 ED").reserve(reservation).boot("6.12").places("00:01.0 bar0 0x80100000-0x801fffff");
    }

    @Test
    void portsThatOthersOwnAreNotHandedOut() {
        PaperMachine.x86("01.0 io:256").reserve("io 0x1000-0x10ff PNP").boot("6.12").places("00:01.0 bar0 0x1400-0x14ff");
    }

    @Test
    void whatOthersOwnDoesNotTakeWhatAFunctionHas() {
        PaperMachine.x86("01.0 ED@0x90000000").reserve("mem 0x90000000-0x900fffff PNP").boot("6.12")
                .states("00:01.0 bar0 claimed");
    }

    @Test
    void anAcpiDeviceTakesItsRangeBeforeFunctionsDo() {
        PaperMachine.x86("01.0 ED@0x90000000").reserve("mem 0x90000000-0x900fffff AMDI0010:00").boot("6.12")
                .states("00:01.0 bar0 assigned");
    }

    @ParameterizedTest
    @CsvSource({"5.18", "5.19", "7.3"})
    void rangesOfTheMemoryMapAreNotHandedOut(String kernel) {
        PaperMachine.x86("01.0 ED").e820("0x80000000-0x8fffffff reserved").boot(kernel)
                .places("00:01.0 bar0 0x90000000-0x900fffff");
    }

    @Test
    void aWindowThatStartsAtZeroIsNoWindow() {
        PaperMachine.x86("01.0 BR mem=0x0-0xfffff {\n 00.0 m32:4K@0x1000\n }").boot("6.12")
                .places("00:01.0 mem 0x80000000-0x800fffff");
    }

    @Test
    void aFixedBarThatCannotBeClaimedIsNotMoved() {
        PaperMachine.x86("""
                01.0 ED@0x90000000
                02.0 m32:1M@0x90000000,fixed
                """).boot("6.12").places("00:02.0 bar0 -");
    }
}
