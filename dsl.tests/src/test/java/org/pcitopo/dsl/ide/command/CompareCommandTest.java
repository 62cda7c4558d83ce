package org.pcitopo.dsl.ide.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class CompareCommandTest {

    private static final String TWO = "device 01.0 a : ssd\ndevice 02.0 b : ssd";
    private static final String BOTH = Samples.arm(TWO, "") + "boot aligned of cloud { command-line \"pci=resource_alignment=16@pci:144d:a808\" }\n";

    private static void assertSays(String text, String boot, String expected) {
        String said = Editor.of(text).press("compare", boot).get("text").getAsString();
        assertTrue(said.contains(expected), said);
    }

    @Test
    void standsAboveEveryBoot() {
        assertEquals(2, Editor.of(BOTH).buttons().stream().filter(command -> command.getTitle().equals("compare")).count());
    }

    @Test
    void namesWhatIsCompared() {
        assertEquals("boot aligned compared", Editor.of(BOTH).press("compare", "aligned").get("title").getAsString());
    }

    @Test
    void tellsWhatIsMappedNow() {
        assertSays(BOTH, "aligned", "| a BAR 0 | emulated: page shared | **mapped** |");
    }

    @Test
    void tellsWhatMovesAndGrows() {
        assertSays(BOTH, "aligned", "| b BAR 0 | `0x8000004000-0x8000007fff` 16K | `0x8000010000-0x800001ffff` 64K | moves, grows |");
    }

    @Test
    void tellsWhichBootItIsComparedWith() {
        assertSays(BOTH, "stock", "### compared with aligned");
    }

    @Test
    void comparesKernelsOfOneBoot() {
        assertSays(Samples.arm(TWO, "page-size 64K, 4K"), "stock", "### compared with stock (4K)");
    }

    @Test
    void comparesALonelyBootWithAnEmptyCommandLine() {
        assertSays(Samples.arm(TWO, "command-line \"pci=resource_alignment=16@00:01.0\""), "stock", "### compared with an empty command line");
    }

    @Test
    void saysThatNothingChanges() {
        assertSays(Samples.arm(TWO, "command-line \"quiet\""), "stock", "Nothing changes.");
    }

    @Test
    void proposesNothing() {
        assertEquals(false, Editor.of(BOTH).press("compare", "aligned").has("edits"));
    }
}
