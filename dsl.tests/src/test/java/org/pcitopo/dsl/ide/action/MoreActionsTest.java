package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** What is stale, what fails, and what is offered once. */
class MoreActionsTest {

    private static final String TWO = "device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough";

    @Test
    void replacesAStaleAddressInTheText() {
        assertEquals(Samples.arm(TWO, "passthrough 0000:00:02.0"),
                Editor.of(Samples.arm(TWO, "passthrough «0000:05:02.0»")).act("Write 0000:00:02.0 (b)"));
    }

    @Test
    void replacesAStaleAddressInAStep() {
        assertEquals(Samples.arm(TWO, "then resource_alignment \"16@0000:00:02.0\""),
                Editor.of(Samples.arm(TWO, "then resource_alignment \"«16@05:02.0»\"")).act("Write 0000:00:02.0 (b)"));
    }

    @Test
    void replacesAStaleAddressThatABootTakesOver() {
        String text = Samples.arm(TWO, "command-line \"pci=resource_alignment=«16@05:02.0»\"") + "boot next of cloud extends stock { linux 6.1 }\n";

        assertTrue(Editor.of(text).act("Write 0000:00:02.0 (b)").contains("16@0000:00:02.0\""));
    }

    @Test
    void replacesAnAddressThatIsStaleInALaterBootAlone() {
        String text = Samples.arm(TWO, "command-line \"pci=resource_alignment=«16@00:02.0»\"") + "boot less of cloud extends stock { unplug b }\n";

        assertTrue(Editor.of(text).act("Write 0000:00:01.0 (a)").contains("16@0000:00:01.0\""));
    }

    @Test
    void leavesAnAddressAloneThatEveryBootHas() {
        assertFalse(Editor.of(Samples.arm(TWO, "command-line \"pci=resource_alignment=«16@00:02.0»\"")).offers("Write 0000"));
    }

    @Test
    void writesWhatReallyHolds() {
        assertEquals(Samples.arm(TWO, "expect a BAR 0 emulated because page-shared"),
                Editor.of(Samples.arm(TWO, "«expect a BAR 0 mapped»")).act("Write what holds"));
    }

    @Test
    void offersNothingForAnExpectationOfMany() {
        assertFalse(Editor.of(Samples.arm(TWO, "«expect every passthrough BAR mapped»")).offers("Write what holds"));
    }

    @Test
    void offersEveryChangeOnce() {
        Editor editor = Editor.of(Samples.arm("bridge 01.0 port {\n    window [mem 0x10000000-0x100fffff]\n    device 00.0 «nic» : both\n}", "")
                .replace("device-type ssd", "device-type both { BAR 0 [mem size 4M] BAR 1 [mem size 8M] }\ndevice-type ssd"));
        List<String> titles = editor.actionTitles();

        assertEquals(titles.stream().distinct().toList(), titles);
    }

    @Test
    void mapsOneBarOfADevice() {
        String two = "device 01.0 a passthrough {\n    «BAR 0 [mem size 16K 64bit]»\n    BAR 2 [mem size 16K 64bit]\n}\ndevice 02.0 b : ssd";

        assertTrue(Editor.of(Samples.arm(two, "")).offers("Make a BAR 0 mappable in boot stock"));
    }

    private static void assertMended(String expected, String wrong) {
        assertEquals(Samples.arm(TWO, expected), Editor.of(Samples.arm(TWO, "«" + wrong + "»")).act("Write what holds"));
    }

    @Test
    void writesThePlaceThatHolds() {
        assertMended("expect a BAR 0 at 0x8000000000", "expect a BAR 0 at 0x10000000");
    }

    @Test
    void writesTheSizeThatHolds() {
        assertMended("expect a BAR 0 size 16K", "expect a BAR 0 size 64K");
    }

    @Test
    void writesTheRangeThatHolds() {
        assertMended("expect a BAR 0 equals [mem 0x8000000000-0x8000003fff]", "expect a BAR 0 equals [mem 0x8000000000-0x8000000fff]");
    }

    @Test
    void writesTheStateThatHolds() {
        assertMended("expect a BAR 0 assigned", "expect a BAR 0 claimed");
    }

    @Test
    void saysOnlyWhatTheChangeDoes() {
        assertTrue(Editor.of(Samples.arm(TWO, "command-line \"pci=resource_alignment=«16@00:09.0»\"")).actionTitles().contains("Remove it"));
    }
}
