package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** Where no window has room x86 leaves a BAR where firmware had it, if that is free (behaviour specification 6.5). */
class FirmwareAddressesTest {

    /** No window is large enough; firmware used space that it did not describe. */
    private static final String TOO_LARGE = "01.0 p64:4G@0x1000000000";

    @Test
    void onTheRootBusAnyFreeAddressWillDo() {
        PaperMachine.x86(TOO_LARGE).boot("6.12").places("00:01.0 bar0 0x1000000000-0x10ffffffff");
    }

    @Test
    void thatItFellBackIsTold() {
        List<String> kept = PaperMachine.x86(TOO_LARGE).boot("6.12").events(TraceEvent.FirmwareAddressKept.class,
                event -> PaperBoot.name(event.resource()));
        assertEquals(List.of("00:01.0 bar0"), kept);
    }

    @Test
    void elsewhereThereIsNoFallback() {
        PaperMachine.arm64(TOO_LARGE.replace("4G", "2T")).boot("6.12").places("00:01.0 bar0 -");
    }

    @Test
    void memoryIsNotFree() {
        PaperMachine.x86(TOO_LARGE).e820("0x100000000-0x17ffffffff usable").boot("6.12").places("00:01.0 bar0 -");
    }

    @Test
    void aRangeThatOthersOwnIsNotFree() {
        PaperMachine.x86(TOO_LARGE).reserve("mem 0x1000000000-0x1000000fff PNP").boot("6.12").places("00:01.0 bar0 -");
    }

    @Test
    void whatSticksIntoAWindowIsNotFree() {
        PaperMachine.x86("01.0 m32:1G@0x70000000 m32:1G@0x40000000 m32:1G@0xb0000000").boot("6.12")
                .places("00:01.0 bar2 0xb0000000-0xefffffff\n00:01.0 bar0 -");
    }

    @Test
    void twoAtOneAddressCannotBothFallBack() {
        PaperMachine.x86(TOO_LARGE + "\n02.0 p64:4G@0x1000000000").boot("6.12").places("""
                00:01.0 bar0 0x1000000000-0x10ffffffff
                00:02.0 bar0 -
                """);
    }

    /** Behind a bridge nothing arrives but what a window forwards. */
    @Test
    void behindABridgeAWindowMustHoldIt() {
        PaperMachine.x86("""
                01.0 BR pref=0x90000000-0x901fffff {
                    00.0 p64:4G@0x1000000000
                }
                """).boot("6.12").places("01:00.0 bar0 -");
    }

    private static final String OUT_OF_REACH = """
            01.0 BR io=0x4000-0x4fff {
                00.0 io:8K@0x2000
            }
            """;

    @Test
    void itDidNotInOldKernels() {
        PaperMachine.x86(OUT_OF_REACH).boot("5.13").places("01:00.0 bar0 0x2000-0x3fff");
    }

    @Test
    void itMustFrom61() {
        PaperMachine.x86(OUT_OF_REACH).boot("6.1").places("01:00.0 bar0 -");
    }

    @Test
    void portsFallBackToo() {
        PaperMachine.x86("01.0 io:256@0x2000").windows("io 0x3000-0x30ff", "mem 0x80000000-0xfebfffff")
                .reserve("io 0x3000-0x30ff PNP").boot("6.12").places("00:01.0 bar0 0x2000-0x20ff");
    }
}
