package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.trace.TraceEvent;

/** Placing required and optional resources up to 6.15 (behaviour specification 6.6). */
class RequiredFirstAssignerTest {

    private static final String KERNEL = "6.12";

    /** A physical function whose VFs want {@code virtual} beside a BAR of 1M, in {@code room}. */
    private static PaperMachine machine(String virtual, String room) {
        return PaperMachine.arm64("01.0 m32:1M vf:m32:" + virtual).windows("mem 0x10000000-" + room)
                .config("PCI_REALLOC_ENABLE_AUTO", false);
    }

    @Test
    void whereEverythingFitsOptionalPartsArePlacedWithTheRest() {
        machine("1M*3", "0x103fffff").boot(KERNEL).places("""
                00:01.0 bar0 0x10000000
                00:01.0 vfbar0 0x10100000-0x103fffff
                """);
    }

    @Test
    void requiredPartsComeFirstWhereNotEverythingFits() {
        machine("1M*4", "0x103fffff").boot(KERNEL).states("""
                00:01.0 bar0 assigned
                00:01.0 vfbar0 unassigned
                """);
    }

    @Test
    void hotplugReserveIsGivenUpForWhatIsThere() {
        PaperMachine.arm64("""
                01.0 RPh {
                    00.0 m32:1M
                }
                """).windows("mem 0x10000000-0x100fffff").boot(KERNEL).places("00:01.0 mem 0x10000000-0x100fffff");
    }

    @Test
    void hotplugReserveIsKeptWhereThereIsRoom() {
        PaperMachine.arm64("""
                01.0 RPh {
                    00.0 m32:1M
                }
                """).windows("mem 0x10000000-0x1fffffff").boot(KERNEL).places("00:01.0 mem 0x10000000-0x101fffff");
    }

    /** Room for one reserve, not for two: the bridge that was sized last comes first. */
    @Test
    void theLastSizedGrowsFirst() {
        PaperMachine.arm64("""
                01.0 RPh nopref {
                    00.0 m32:1M
                }
                02.0 RPh nopref {
                    00.0 m32:1M
                }
                """).windows("mem 0x10000000-0x107fffff").boot(KERNEL, "hpmmiosize=6M,hpmmioprefsize=0").places("""
                00:01.0 mem 0x10000000-0x100fffff
                00:02.0 mem 0x10100000-0x106fffff
                """);
    }

    @Test
    void whatIsInTheWayOfAnotherTypeStays() {
        List<String> released = PaperMachine.arm64("""
                01.0 RPh nopref {
                    00.0 m32:1M
                }
                02.0 io:256 m32:1M
                """).windows("io 0x1000-0xffff", "mem 0x10000000-0x101fffff")
                .boot(KERNEL, "hpmmiosize=4M,hpmmioprefsize=0,hpiosize=0")
                .events(TraceEvent.Released.class, event -> PaperBoot.name(event.resource()));
        assertEquals(List.of("00:02.0 bar1"), released);
    }

    @Test
    void aDisabledRomThatFindsNoPlaceIsNoFailure() {
        PaperBoot boot = PaperMachine.arm64("01.0 m32:1M rom:1M").windows("mem 0x10000000-0x100fffff").boot(KERNEL, "realloc");
        assertEquals(1, boot.events(TraceEvent.TryStarted.class, event -> event).size());
    }

    @Test
    void withoutAListEverythingIsRequired() {
        PaperMachine.arm64("""
                01.0 RPh {
                }
                """).windows("mem 0x10000000-0x1fffffff").boot("6.1").places("00:01.0 mem 0x10000000-0x101fffff");
    }
}
