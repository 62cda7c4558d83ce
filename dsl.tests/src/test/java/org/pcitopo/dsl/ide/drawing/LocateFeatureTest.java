package org.pcitopo.dsl.ide.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.dsl.ide.testkit.Editor;

/** The way between a place of the text and one of the drawing. */
class LocateFeatureTest {

    private static final String TEXT = """
            platform arm {
                architecture aarch64
                machine device-tree
                page-size 64K
                linux 6.12
            }
            device-type ssd { id 144d:a808 class 0x010802 %1$sBAR 0 [mem size 16K 64bit]%2$s }
            host cloud on arm {
                %3$shost-bridge 0000:00 {
                    window [mem 0x10000000-0x3efeffff]
                    device 01.0 a : ssd
                    device 02.0 %4$sb%5$s : ssd
                    device 03.0 c {
                        %6$sBAR 2 [mem size 4K]%7$s
                    }
                }%8$s
            }
            boot stock of cloud {
                command-line "pci=resource_alignment=%9$s00:02.0"
                expect a BAR 0 %10$semulated
            }
            boot other of cloud { }
            """;

    /** The text with the cursor at one of its places, from 1. */
    private static Editor at(int place) {
        Object[] marks = new Object[10];
        java.util.Arrays.fill(marks, "");
        marks[place - 1] = "\u2038";
        return Editor.of(TEXT.formatted(marks));
    }

    private static Optional<String> spot(Editor editor, Map<String, Object> shown) {
        Position cursor = editor.marked().cursor();
        Map<String, Object> question = new HashMap<>(shown);
        question.put("position", Map.of("line", cursor.getLine(), "character", cursor.getCharacter()));
        return Optional.ofNullable(editor.execute("pcitopo.locate", question)).map(JsonElement::getAsJsonObject)
                .map(json -> words(json, "host") + "|" + words(json, "boot") + "|" + words(json, "function") + "|" + words(json, "resource"));
    }

    private static String words(JsonObject json, String key) {
        return json.get(key).getAsString();
    }

    private static String spot(int place) {
        return spot(at(place), Map.of()).orElse("nothing");
    }

    @Test
    void aBarIsFound() {
        assertEquals("cloud||0000:00:03.0|bar2", spot(6));
    }

    @Test
    void aDeviceIsFound() {
        assertEquals("cloud||0000:00:02.0|", spot(4));
    }

    @Test
    void aHostBridgeIsFound() {
        assertEquals("cloud||host 0000:00|", spot(3));
    }

    @Test
    void aBarOfATypeIsThatOfItsFirstDevice() {
        assertEquals("cloud||0000:00:01.0|bar0", spot(1));
    }

    @Test
    void aBarOfATypeIsThatOfTheDeviceThatIsShown() {
        assertEquals("cloud||0000:00:02.0|bar0", spot(at(1), Map.of("host", "cloud", "boot", "other", "function", "0000:00:02.0")).orElse("nothing"));
    }

    @Test
    void anAddressInACommandLineIsTheFunctionInThatBoot() {
        assertEquals("cloud|stock|0000:00:02.0|", spot(9));
    }

    @Test
    void anExpectationIsItsBarInThatBoot() {
        assertEquals("cloud|stock|0000:00:01.0|bar0", spot(10));
    }

    @Test
    void nothingIsFoundInAPlatform() {
        assertEquals(Optional.empty(), spot(Editor.of("platform arm { \u2038architecture aarch64 }\n"), Map.of()));
    }

    private static Location text(Editor editor, String host, String boot, String function, String resource) {
        return new Gson().fromJson(editor.execute("pcitopo.locate", Map.of("host", host, "boot", boot, "function", function, "resource", resource)),
                Location.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "stock, 0000:00:03.0, bar2, 13:12-13:31",
        "stock, 0000:00:03.0, '', 12:20-12:21",
        "stock, 0000:00:01.0, bar0, 10:20-10:21",
        "stock, host 0000:00, '', 8:4-15:5",
        "stock, '', '', 17:5-17:10",
        "renamed, 0000:00:02.0, bar0, 11:20-11:21"})
    void leadsToTheText(String boot, String function, String resource, String expected) {
        Location location = text(Editor.of(TEXT.formatted("", "", "", "", "", "", "", "", "", "")), "cloud", boot, function, resource);
        Position start = location.getRange().getStart();
        Position end = location.getRange().getEnd();
        assertEquals(expected, start.getLine() + ":" + start.getCharacter() + "-" + end.getLine() + ":" + end.getCharacter());
    }

    @Test
    void leadsNowhereForAFunctionThatIsNotThere() {
        assertNull(text(at(1), "cloud", "stock", "0000:00:1f.0", ""));
    }

    @Test
    void leadsIntoAnImportedFile() {
        Editor editor = Editor.of("import \"machine.pcitopo\"\nboot stock of cloud { }\n").with("machine.pcitopo",
                TEXT.substring(0, TEXT.indexOf("boot stock")).formatted("", "", "", "", "", "", "", ""));
        assertEquals(editor.uri("machine.pcitopo"), text(editor, "cloud", "stock", "0000:00:02.0", "").getUri());
    }
}
