package org.pcitopo.simulator.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;

/** What users read about one resource. */
class ExplainerTest {

    private static final String TWO_NVMES = """
            01.0 NV
            02.0 NV
            """;

    private static Explanation explain(PaperBoot boot, String resource) {
        String[] words = resource.split(" ");
        ResourceKey key = new ResourceKey(PciAddress.parse("0000:" + words[0]).orElseThrow(),
                ResourceName.ofJsonName(words[1]).orElseThrow());
        return new Explainer(boot.simulation()).explain(key).orElseThrow();
    }

    private static void says(PaperBoot boot, String resource, Topic topic, String expected) {
        assertEquals(expected.strip().replace('\n', ' '), explain(boot, resource).steps().stream()
                .filter(step -> step.topic() == topic).map(Step::text).collect(Collectors.joining(" ")));
    }

    @Test
    void theHeadSaysWhereItEnded() {
        Explanation explanation = explain(PaperMachine.arm64(TWO_NVMES).boot("6.12", "", 65536), "00:01.0 bar0");
        assertEquals("0000:00:01.0 BAR 0: at 0x8000000000-0x8000003fff, not mapped (page-shared)",
                explanation.title() + ": " + explanation.summary());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00:01.0 bar0   | 16K of 64-bit memory.
            00:02.0 bar0   | 4K of 32-bit memory.
            00:02.0 bar1   | 256 bytes of I/O ports.
            00:02.0 rom    | An expansion ROM of 64K, not enabled.
            00:03.0 vfbar0 | 16K of 64-bit prefetchable memory for each of up to 4 virtual functions; the kernel reserves room for all of them in one piece.
            00:04.0 mem    | A window through which the bridge forwards 32-bit memory to the bus below it.
            """)
    void hardwareIsToldInWords(String resource, String expected) {
        says(PaperMachine.arm64("""
                01.0 NV
                02.0 TD rom:64K
                03.0 vf:p64:16K*4
                04.0 PORT {
                    00.0 m32:1M
                }
                """).boot("6.12"), resource, Topic.HARDWARE, expected);
    }

    @Test
    void whatFirmwareLeftIsKeptOnX86() {
        says(PaperMachine.x86("01.0 m32:1M@0xfe000000").boot("6.12"), "00:01.0 bar0", Topic.FIRMWARE,
                "Firmware placed it at 0xfe000000. The kernel kept that.");
    }

    @Test
    void whatFirmwareLeftDoesNotMatterWhereEverythingIsPlacedAnew() {
        says(PaperMachine.arm64("01.0 m32:1M@0x20000000").boot("6.12"), "00:01.0 bar0", Topic.FIRMWARE,
                "Firmware placed it at 0x20000000. That does not matter here: this kernel places everything anew on this host.");
    }

    @Test
    void aRequestNamesItsEntryAndWhatGrows() {
        says(PaperMachine.arm64(TWO_NVMES).boot("6.12", "resource_alignment=16@00:02.0", 65536), "00:02.0 bar0", Topic.REQUEST, """
                '16@00:02.0' on the command line asks for multiples of 64K, and the kernel makes it grow from 16K to 64K for that;
                software that reads its size sees the larger one.
                """);
    }

    @Test
    void aRequestThatIsFulfilledAlreadyChangesNothing() {
        says(PaperMachine.arm64("01.0 m32:1M").boot("6.12", "resource_alignment=16@00:01.0", 65536), "00:01.0 bar0",
                Topic.REQUEST, "'16@00:01.0' on the command line asks for multiples of 64K; it is that large already, so nothing changes.");
    }

    @Test
    void thePlatformsOwnAlignmentIsTold() {
        says(PaperMachine.powernv9("01.0 NV").boot("6.12", "", 65536), "00:01.0 bar0", Topic.REQUEST,
                "The platform by itself asks for multiples of 64K; it keeps its size.");
    }

    @Test
    void theWindowAboveSaysWhatItIsFor() {
        says(PaperMachine.arm64("""
                01.0 PORT {
                    00.0 m32:1M
                    01.0 m32:64K
                }
                """).boot("6.12"), "01:00.0 bar0", Topic.WINDOW,
                "The mem window of 0000:00:01.0 needs 2M at multiples of 1M; it is for 0000:01:00.0 BAR 0 (1M) and 0000:01:01.0 BAR 0 "
                        + "(64K).");
    }

    @Test
    void theOrderNamesWhatCameBefore() {
        says(PaperMachine.arm64("""
                01.0 m32:64K
                02.0 m32:1M
                03.0 m32:64K
                """).boot("6.12"), "00:03.0 bar0", Topic.ORDER,
                "Of 3 resources that were placed on bus 00 it was the 3rd, after 0000:00:02.0 BAR 0 and 0000:00:01.0 BAR 0: the largest "
                        + "alignment first, then by device, function and BAR.");
    }

    @Test
    void thePlaceIsTheFirstThatFits() {
        says(PaperMachine.arm64(TWO_NVMES).boot("6.12"), "00:02.0 bar0", Topic.PLACE,
                "In window 2 of host 0000:00 (0x8000000000-0xffffffffff) the first multiple of 16K with 16K free is 0x8000004000; below "
                        + "it 0000:00:01.0 BAR 0 (to 0x8000003fff) was there before. So it lies at 0x8000004000-0x8000007fff.");
    }

    @Test
    void whatFindsNoRoomNamesTheWindowThatLimitsIt() {
        says(PaperMachine.arm64("""
                01.0 m32:1M
                02.0 m32:1M
                """).windows("mem 0x10000000-0x1017ffff").boot("6.12"), "00:02.0 bar0", Topic.PLACE,
                "It needs 1M at a multiple of 1M. Window 0 of host 0000:00 (0x10000000-0x1017ffff) had 512K free, 512K in one piece "
                        + "beside 0000:00:01.0 BAR 0. It would need a hole that is 512K larger in window 0 of host 0000:00; firmware and "
                        + "the host bridge decide on that window.");
    }

    @Test
    void behindABridgeWithoutRoomTheWindowAboveItIsTold() {
        says(PaperMachine.arm64("""
                01.0 PORT {
                    00.0 m32:4M
                }
                """).windows("mem 0x10000000-0x101fffff").boot("6.12"), "01:00.0 bar0", Topic.PLACE,
                "It needs 4M at a multiple of 4M, and no window of its bus takes 32-bit memory. The mem window of 0000:00:01.0 above it "
                        + "has no place itself: It needs 4M at a multiple of 4M. Window 0 of host 0000:00 (0x10000000-0x101fffff) had 2M "
                        + "free, 2M in one piece. It would need a hole that is 2M larger in window 0 of host 0000:00; firmware and the "
                        + "host bridge decide on that window.");
    }

    @Test
    void theCommandLineIsTakenAwayToSeeWhatItDid() {
        says(PaperMachine.arm64(TWO_NVMES).boot("6.12", "resource_alignment=16@00:02.0", 65536), "00:02.0 bar0", Topic.RULES,
                "Without 'resource_alignment=16@00:02.0' it would be at 0x8000004000-0x8000007fff, not mapped (unaligned).");
    }

    @Test
    void theRuleThatDecidedIsNamedWithItsReleases() {
        says(PaperMachine.arm64("01.0 m32:1M rom:2M").windows("mem 0x10000000-0x101fffff").boot("6.15"), "00:01.0 bar0", Topic.RULES,
                "This kernel does not follow a rule: ROMs that are not enabled and BARs of virtual functions are optional, and what is "
                        + "required goes first (since 6.16). Otherwise it would be at 0x10000000-0x100fffff, mapped.");
    }

    @Test
    void whatVfioMakesOfItIsToldWithThePage() {
        says(PaperMachine.arm64(TWO_NVMES).boot("6.12", "", 65536), "00:02.0 bar0", Topic.MAPPING,
                "vfio-pci does not map it: it starts at 0x8000004000, inside the 64K page 0x8000000000-0x800000ffff, which 0000:00:01.0 "
                        + "BAR 0 uses as well.");
    }

    @Test
    void whatTheGuestGetsIsTold() {
        says(PaperMachine.arm64(TWO_NVMES).boot("6.12", "", 65536), "00:02.0 bar0", Topic.GUEST,
                "Every access of the guest exits to the VMM, which reads or writes the device for it.");
    }
}
