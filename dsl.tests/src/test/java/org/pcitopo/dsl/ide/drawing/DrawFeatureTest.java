package org.pcitopo.dsl.ide.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** What an editor gets that shows the drawing beside the text. */
class DrawFeatureTest {

    private static final String TEXT = Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", "");

    private static JsonObject draw(Editor editor, Map<String, Object> more) {
        return editor.execute("pcitopo.draw", more).getAsJsonObject();
    }

    private static JsonObject data(Editor editor) {
        return JsonParser.parseString(draw(editor, Map.of("data", true)).get("data").getAsString()).getAsJsonObject();
    }

    private static String message(String text) {
        return draw(Editor.of(text), Map.of()).get("message").getAsString();
    }

    @Test
    void isThePageWithEveryBoot() {
        assertTrue(draw(Editor.of(TEXT), Map.of()).get("html").getAsString().contains("\"boot\":\"stock\""));
    }

    @Test
    void isCalledLikeTheFile() {
        assertEquals("main.pcitopo", draw(Editor.of(TEXT), Map.of()).get("title").getAsString());
    }

    @Test
    void isOfTheTextThatIsNotSaved() {
        Editor editor = Editor.of(TEXT);
        editor.type(new Range(new Position(11, 0), new Position(11, 0)), "device 03.0 c : ssd\n");
        assertEquals(3, data(editor).getAsJsonArray("boots").get(0).getAsJsonObject().getAsJsonArray("functions").size());
    }

    @Test
    void tellsThatNothingHasChanged() {
        Editor editor = Editor.of(TEXT);
        String id = draw(editor, Map.of()).get("id").getAsString();
        assertFalse(draw(editor, Map.of("data", true, "previous", id)).has("data"));
    }

    @Test
    void isSentAgainWhereTheTextHasChanged() {
        Editor editor = Editor.of(TEXT);
        String id = draw(editor, Map.of()).get("id").getAsString();
        editor.type(new Range(new Position(0, 0), new Position(0, 0)), "\n");
        assertNotEquals(id, draw(editor, Map.of("data", true, "previous", id)).get("id").getAsString());
    }

    @Test
    void letsOnlyItsOwnScriptRunWhereTheEditorSaysSo() {
        assertTrue(draw(Editor.of(TEXT), Map.of("nonce", "abc123")).get("html").getAsString().contains("script-src 'nonce-abc123';"));
    }

    @Test
    void takesNoNonceThatIsNone() {
        assertFalse(draw(Editor.of(TEXT), Map.of("nonce", "'; default-src *")).get("html").getAsString().contains("default-src *"));
    }

    @Test
    void saysThatThereIsNoMachine() {
        assertEquals("There is no machine in this file: a host statement describes one.", message("platform arm { }"));
    }

    @Test
    void saysWhichErrorIsInTheWay() {
        String said = message("boot stock of gone { }\n");
        assertTrue(said.startsWith("Nothing can be simulated because of the error in line "), said);
    }

    @Test
    void hasAPageThatSaysSo() {
        assertTrue(draw(Editor.of("platform arm { }"), Map.of()).get("html").getAsString().contains("There is no machine in this file"));
    }

    @Test
    void isNothingForAFileThatCannotBeRead() {
        assertNull(Editor.of(TEXT).executeAt("file:///pcitopo-tests/gone.pcitopo", "pcitopo.draw", Map.of()));
    }

    @Test
    void wantsAFile() {
        assertThrows(ResponseErrorException.class, () -> Editor.of(TEXT).executeAt(null, "pcitopo.draw", Map.of()));
    }
}
