package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.text.LineIndex;

/** Texts as other systems and other people write them. */
class OddTextsTest {

    private static final String TWO = "device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough";

    private static String marked(Editor editor, Diagnostic problem) {
        LineIndex lines = new LineIndex(editor.marked().text());
        return editor.marked().text().substring(lines.offset(problem.getRange().getStart()), lines.offset(problem.getRange().getEnd()));
    }

    @Test
    void marksTheRightCharactersBehindLettersOfOtherScripts() {
        Editor editor = Editor.of(Samples.arm(TWO, "command-line \"root=LABEL=Größe𝄞 pci=resource_alignment=16@00:09.0\""));

        assertEquals("16@00:09.0", marked(editor, editor.problem("PCI217")));
    }

    @Test
    void hoversBehindLettersOfOtherScripts() {
        assertTrue(Editor.of(Samples.arm("device 01.0 a \"Größe 𝄞\" : ssd", "").replace("a \"Größe 𝄞\" : ssd", "a : ‸ssd \"Größe 𝄞\"")).hover().contains("ssd"));
    }

    @Test
    void worksWithLineEndsOfWindows() {
        Editor editor = Editor.of(Samples.arm(TWO, "command-line \"quiet «pci=resource_alignment=16@00:09.0»\"").replace("\n", "\r\n"));

        assertEquals(Samples.arm(TWO, "command-line \"quiet\"").replace("\n", "\r\n"), editor.act("Remove"));
    }

    @Test
    void formatsLineEndsOfWindowsWithoutDoublingThem() {
        assertTrue(!Editor.of("platform p {\r\npage-size 4K\r\n}\r\n").formatted().contains("\r\r"));
    }

    @Test
    void completesBehindTabs() {
        assertTrue(Editor.of("platform p {\n\t\tarch‸\n}").completion().stream().anyMatch(item -> item.getLabel().equals("architecture")));
    }

    @Test
    void answersOnALineOfAHundredThousandCharacters() {
        String quiet = "quiet ".repeat(20_000);
        Editor editor = Editor.of(Samples.arm(TWO, "command-line \"" + quiet + "pci=resource_alignment=16@00:09.0\""));

        assertEquals("16@00:09.0", marked(editor, editor.problem("PCI217")));
    }

    @Test
    void answersBeyondTheEndOfTheText() {
        Editor editor = Editor.of("platform p { }");
        editor.type(new Range(new Position(50, 0), new Position(50, 9)), "\nhost h on p { }");

        assertEquals(List.of(), editor.problems().stream().filter(problem -> problem.getCode().getLeft().equals("PCI001")).toList());
    }

    @Test
    void answersOnAnEmptyText() {
        assertEquals(List.of(), Editor.of("").problems());
    }

    @Test
    void answersOnBytesThatAreNoText() {
        Editor editor = Editor.of("\u0000\u0001\uD800 host \uFFFF");

        assertTrue(!editor.problems().isEmpty());
    }
}
