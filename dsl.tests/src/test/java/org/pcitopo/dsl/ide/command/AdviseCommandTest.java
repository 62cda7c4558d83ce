package org.pcitopo.dsl.ide.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Edits;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class AdviseCommandTest {

    private static final String TWO = "device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough";

    private static JsonObject advise(Editor editor) {
        return editor.press("advise", "stock");
    }

    private static void assertSays(String text, String expected) {
        String said = advise(Editor.of(text)).get("text").getAsString();
        assertTrue(said.contains(expected), said);
    }

    @Test
    void tellsTheCommandLine() {
        assertSays(Samples.arm(TWO, "command-line \"quiet\""), "quiet pci=resource_alignment=00:01.0");
    }

    @Test
    void tellsWhatIsInTheWay() {
        assertSays(Samples.arm(TWO, ""), "a BAR 0: vfio-pci does not map it: it begins the 64K page");
    }

    /** One function moves, in each of the two. */
    @Test
    void tellsWhatItCostsInEachKernelNotInAllTogether() {
        assertSays(Samples.arm(TWO, "linux 6.12, 7.3"), "moves 1 function");
    }

    @Test
    void tellsWhatItCosts() {
        assertSays(Samples.arm(TWO, ""), "enlarges");
    }

    @Test
    void tellsWhatChanges() {
        assertSays(Samples.arm(TWO, ""), "**mapped** |");
    }

    @Test
    void writesTheBestLine() {
        Editor editor = Editor.of(Samples.arm(TWO, "command-line \"quiet\""));
        WorkspaceEdit edit = new Gson().fromJson(advise(editor).get("edits"), WorkspaceEdit.class);
        String after = Edits.apply(editor.marked().text(), edit.getChanges().get(editor.uri()));

        assertEquals(List.of("2 of 2 BARs mapped"), Editor.of(after).lenses());
    }

    @Test
    void saysThatThereIsNothingToDo() {
        assertSays(Samples.arm("device 01.0 a : ssd passthrough", ""), "Nothing to do");
    }

    @Test
    void proposesNothingWhereThereIsNothingToDo() {
        assertFalse(advise(Editor.of(Samples.arm("device 01.0 a : ssd passthrough", ""))).has("edits"));
    }

    @Test
    void saysThatNothingHelps() {
        assertSays(Samples.arm("device 01.0 a passthrough { BAR 0 [mem size 4G 64bit] }", ""), "No command line maps all of them without a loss");
    }

    @Test
    void tellsWhatStandsInTheWayWhereNothingHelps() {
        assertSays(Samples.arm("device 01.0 a passthrough { BAR 0 [mem size 4G 64bit] }", ""), "- a BAR 0 needs 4G at a multiple of 4G");
    }

    @Test
    void tellsWhatWouldHelpOutsideTheCommandLine() {
        assertSays(Samples.arm("device 01.0 a passthrough { BAR 0 [mem size 64K 64bit] msi-x 8 table BAR 0 offset 0 }", "linux 4.9"),
                "What would help:\n\n- Linux 4.16 or newer (simulated)");
    }
}
