package org.pcitopo.dsl.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** Everything that is no resource. */
class HoverTest {

    private static void assertShows(String text, String expected) {
        String hover = Editor.of(text).hover();
        assertTrue(hover.contains(expected), hover);
    }

    private static final String TWO = "device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough";

    @Test
    void tellsHowFullAWindowIs() {
        assertShows(Samples.arm(TWO, "").replace("window [mem 0x80", "win‸dow [mem 0x80"), "| stock | 32K | 992K | 992K |");
    }

    @Test
    void tellsWhatADeviceIs() {
        assertShows(Samples.arm("device 01.0 ‸a : ssd passthrough", ""), "| BAR 0 | 16K | `0x8000000000-0x8000003fff` |");
    }

    @Test
    void tellsTheTypeOfADevice() {
        assertShows(Samples.arm("device 01.0 ‸a : ssd", ""), "type `ssd`");
    }

    @Test
    void tellsWhereADeviceIsUsed() {
        assertShows(Samples.arm(TWO.replace(" a ", " ‸a "), "command-line \"pci=resource_alignment=16@00:01.0\"\nexpect a BAR 0 mapped"),
                "- in 1 boot: stock\n- named by 1 expectation\n- meant on command lines by `00:01.0`");
    }

    @Test
    void tellsWhatIdsMean() {
        assertShows(Samples.arm(TWO, "").replace("144d:a808", "144d‸:a808"), "144d:a808 Samsung Electronics Co Ltd NVMe SSD Controller");
    }

    @Test
    void tellsWhatAClassIs() {
        assertShows(Samples.arm(TWO, "").replace("0x010802", "0x01‸0802"), "Non-Volatile memory controller (NVM Express)");
    }

    @Test
    void tellsHowFullAHostBridgeIs() {
        assertShows(Samples.arm(TWO, "").replace("host-bridge 0000", "host-‸bridge 0000"), "| `0x8000000000-0x80000fffff` | 32K | 992K | 992K |");
    }

    @Test
    void tellsSinceWhenAnOptionIsKnown() {
        assertShows(Samples.arm(TWO, "command-line \"pci=hpmmio‸size=4M\""), "Since Linux 5.5.");
    }

    @Test
    void tellsTheDefaultOfAnOption() {
        assertShows(Samples.arm(TWO, "command-line \"pci=hpmmio‸size=4M\""), "Default: 2M.");
    }

    @Test
    void tellsHowTheBarOfABridgeWasPlaced() {
        assertShows(Samples.arm("bridge 01.0 port {\n    BAR ‸0 [mem size 4K]\n}", ""), "the first multiple of 4K with 4K free is 0x10000000.");
    }

    @Test
    void keepsTheLinesOfAPlatform() {
        assertShows(Samples.arm(TWO, "").replace("on arm", "on ‸arm"), "platform arm {\n    architecture aarch64\n");
    }

    @Test
    void tellsWhatANameMeans() {
        assertShows(Samples.arm(TWO, "expect ‸b BAR 0 emulated"), "**b** `0000:00:02.0`");
    }

    @Test
    void tellsWhoUsesAType() {
        assertShows(Samples.arm(TWO.replace("b : ssd", "b : s‸sd"), ""), "Used by 2 functions of this file: `a` and `b`.");
    }

    @Test
    void countsWhatABootMaps() {
        assertShows(Samples.arm(TWO, "").replace("boot stock", "boot st‸ock"), "| 6.12 | 64K | 0 of 2 mapped | 0 of 2 mapped |");
    }

    @Test
    void tellsWhatAnOptionDoes() {
        assertShows(Samples.arm(TWO, "command-line \"pci=real‸loc\""), "Enlarges bridge windows that are too small.");
    }

    @Test
    void tellsThatTheKernelDoesNotKnowAnOption() {
        assertShows(Samples.arm(TWO, "command-line \"pci=noc‸rs\""), "not known to Linux 6.12 on aarch64, which ignores it");
    }

    @Test
    void tellsWhatAnEntryMatches() {
        assertShows(Samples.arm(TWO, "command-line \"pci=resource_alignment=16@pci:14‸4d:a808\""), "matches `0000:00:02.0` b");
    }

    @Test
    void tellsWhatAnEntryIsGoodFor() {
        assertShows(Samples.arm(TWO, "command-line \"pci=resource_alignment=16@pci:14‸4d:a808\""),
                "makes mappable a BAR 0 and b BAR 0");
    }

    @Test
    void marksTheEntryUnderTheCursor() {
        Editor editor = Editor.of(Samples.arm(TWO, "command-line \"pci=resource_alignment=12@00:01.0;«16@pci:14‸4d:a808»\""));

        assertEquals(editor.marked().ranges().get(0), editor.hoverRange());
    }

    @Test
    void tellsWhatAWordSays() {
        assertShows("platform p { page-‸size 4K }", "The kernel's page size in bytes");
    }

    @Test
    void tellsWhetherAnExpectationHolds() {
        assertShows(Samples.arm(TWO, "exp‸ect a BAR 0 mapped"), "does not hold");
    }

    @Test
    void tellsWhatEachKernelMakesOfAnEntry() {
        String text = Samples.arm(TWO, "linux 4.4, 6.12\ncommand-line \"pci=resource_alignment=pci:144d‸:a808\"");

        assertShows(text, "**stock (4.4)**: Linux 4.4 cannot read `pci:144d:a808`.");
        assertShows(text, "**stock (6.12)**: memory BARs start at multiples of 64K (one page, since no order is written)");
    }

    @Test
    void tellsWhichKernelsDoNotKnowAnOption() {
        assertShows(Samples.arm(TWO, "linux 5.4, 6.12\ncommand-line \"pci=hpmmio‸size=4M\""), "not known to Linux 5.4 on aarch64, which ignores it.");
    }

    @Test
    void tellsThatNoKernelKnowsAnOption() {
        assertShows(Samples.arm(TWO, "command-line \"pci=fo‸o\""), "no release knows this option");
    }

    @Test
    void tellsWhereElseATypeIsUsed() {
        String hover = Editor.of("device-type ‸ssd { id 144d:a808 }").with("rack.pcitopo",
                "import \"main.pcitopo\"\nhost h { host-bridge 0000:00 { device 01.0 disk : ssd } }").hover();

        assertTrue(hover.contains("- used by 1 function of `rack.pcitopo`: `disk`"), hover);
    }

    @Test
    void tellsWhatARegisterOfATypeIsWithoutAMachine() {
        assertShows("device-type ssd { BAR‸ 0 [mem size 16K 64bit] }", "**BAR 0** of device-type `ssd`: 16K, 64-bit memory, aligned to 16K");
    }

    @Test
    void tellsTheAlignmentOfABar() {
        assertShows(Samples.arm("device 01.0 a { BAR‸ 0 [mem size 16K] }", ""), "16K, 32-bit memory, aligned to 16K");
    }

    @Test
    void tellsWhichReleasesBehaveAsOneDoes() {
        assertShows(Samples.arm(TWO, "").replace("linux 6.12", "linux ‸6.12"), "the same rules hold from 6.11 on, until 6.15 changes them.");
    }

    @Test
    void tellsWhatComesOfTheBootsWithAPageSize() {
        assertShows(Samples.arm(TWO, "page-size ‸4K, 64K\nlinux 6.12"), "| 6.12 | 4K | 2 of 2 mapped | 2 of 2 mapped |");
    }

    @Test
    void tellsWhatAnImportBringsIn() {
        assertShows("import \"catalogue:‸nvme\"", "- device-type `samsung-pm981`");
    }
}
