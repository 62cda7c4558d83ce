package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** Columns are UTF-16 code units and lines end as the file has it: what is not ASCII and what comes from Windows shifts nothing. */
class TextEncodingTest {

    /** What stands before the devices of a file, and how its lines end. */
    enum Writing {
        ASCII("/* a b */", "\n"),
        LATIN("/* größer */", "\n"),
        BEYOND_16_BITS("/* 🙂🙂 */", "\n"),
        WINDOWS("/* a b */", "\r\n"),
        WINDOWS_BEYOND_16_BITS("/* 🙂🙂 */", "\r\n");

        private final String comment;
        private final String lineEnd;

        Writing(String comment, String lineEnd) {
            this.comment = comment;
            this.lineEnd = lineEnd;
        }

        private String text(String devices, String statements) {
            return Samples.arm(devices.replace("§", comment), statements.replace("§", comment)).replace("\n", lineEnd);
        }
    }

    @ParameterizedTest
    @EnumSource
    void problemsMarkTheirCharacters(Writing writing) {
        Editor editor = Editor.of(writing.text("§ device 01.0 «a» : ssd passthrough\n§ device 02.0 b : ssd passthrough", ""));

        assertTrue(editor.problems().stream().map(Diagnostic::getRange).anyMatch(editor.marked().ranges().get(0)::equals),
                () -> editor.problems().toString());
    }

    @ParameterizedTest
    @EnumSource
    void problemsMarkTheirCharactersInsideTheCommandLine(Writing writing) {
        Editor editor = Editor.of(writing.text("device 01.0 a : ssd", "§ command-line \"quiet pci=«nonsense»\""));

        assertTrue(editor.problems().stream().map(Diagnostic::getRange).anyMatch(editor.marked().ranges().get(0)::equals),
                () -> editor.problems().toString());
    }

    @ParameterizedTest
    @EnumSource
    void hoverIsAboutWhatThePointerIsAt(Writing writing) {
        Editor editor = Editor.of(writing.text("§ device 01.0 ‸«a» : ssd", ""));

        assertEquals(editor.marked().ranges().get(0), editor.hoverRange());
    }

    @ParameterizedTest
    @EnumSource
    void completionReplacesWhatWasTyped(Writing writing) {
        Editor editor = Editor.of(writing.text("device 01.0 a : ssd", "§ command-line \"§ pci=«realloc»‸\""));

        assertEquals(editor.marked().ranges().get(0), editor.completion("realloc=").getTextEdit().getLeft().getRange());
    }

    @ParameterizedTest
    @EnumSource
    void renameTouchesTheNameAlone(Writing writing) {
        String before = writing.text("§ device 01.0 ‸a : ssd", "§ expect a BAR 0 mapped");

        assertEquals(before.replace("‸a :", "disk :").replace("expect a", "expect disk"), Editor.of(before).rename("disk"));
    }

    @ParameterizedTest
    @EnumSource
    void typingIsTakenIntoTheTextWhereItHappens(Writing writing) {
        Editor editor = Editor.of(writing.text("§ device 01.0 «a» : ssd passthrough\n§ device 02.0 b : ssd passthrough", ""));
        Range name = editor.marked().ranges().get(0);
        editor.type(name, "🙂");
        boolean broken = editor.problems().stream().anyMatch(problem -> problem.getSeverity().getValue() == 1);
        Position start = name.getStart();
        editor.type(new Range(start, new Position(start.getLine(), start.getCharacter() + 2)), "a");

        assertTrue(broken && editor.problems().stream().noneMatch(problem -> problem.getSeverity().getValue() == 1),
                () -> editor.problems().toString());
    }

    @ParameterizedTest
    @EnumSource
    void formattingLeavesWhatIsTidyAlone(Writing writing) {
        String tidy = Editor.of(writing.text("§ device 01.0 a : ssd", "")).formatted();

        assertEquals(0, Editor.of(tidy).formatEdits(), tidy);
    }

    @ParameterizedTest
    @EnumSource
    void fixesLeaveEveryOtherLineAsItWas(Writing writing) {
        String before = writing.text("§ device 01.0 «a» : ssd passthrough\n§ device 02.0 b : ssd passthrough", "§ command-line \"quiet\"");
        String after = Editor.of(before).act("Add pci=resource_alignment");

        assertFalse(after.isEmpty());
        assertEquals(before.replace("«a»", "a").lines().filter(line -> !line.contains("command-line")).toList(),
                after.lines().filter(line -> !line.contains("command-line")).toList());
    }
}
