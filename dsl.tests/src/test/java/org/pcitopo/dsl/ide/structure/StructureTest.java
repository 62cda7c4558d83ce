package org.pcitopo.dsl.ide.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.pcitopo.dsl.ide.testkit.Session;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** Outline, folding, growing selections, links. */
class StructureTest {

    @Test
    void outlinesTheMachine() {
        assertEquals("arm, ssd(BAR 0), cloud(host-bridge 0000:00(port(disk))), stock",
                Editor.of(Samples.arm("bridge 01.0 port root-port { device 00.0 disk : ssd }", "")).outline());
    }

    @Test
    void findsNamesByTheirLetters() {
        Editor.of("device-type unmistakable-name { }");

        assertEquals(List.of("unmistakable-name"), Editor.workspaceSymbols("unmstknm"));
    }

    @Test
    void foldsBlocksAndComments() {
        assertEquals(List.of("0-1", "3-4"), Editor.of("/* a\n b */\n\nhost h {\n  host-bridge 0000:00 { }\n}\n").folds());
    }

    @Test
    void foldsBrokenFiles() {
        assertEquals(List.of("0-1"), Editor.of("nonsense {\n  nonsense\n}").folds());
    }

    @Test
    void growsInsideTheCommandLine() {
        assertEquals(List.of("16@00:01.0", "resource_alignment=16@00:01.0", "pci=resource_alignment=16@00:01.0", "quiet pci=resource_alignment=16@00:01.0"),
                Editor.of(Samples.arm("", "command-line \"quiet pci=resource_alignment=16@00:0‸1.0\"")).selections().subList(0, 4));
    }

    @Test
    void growsFromAStatementToItsBlock() {
        assertTrue(Editor.of(Samples.arm("device 01.0 a { BAR 0 [mem size 1‸6K] }", "")).selections()
                .containsAll(List.of("16K", "[mem size 16K]", "BAR 0 [mem size 16K]", "device 01.0 a { BAR 0 [mem size 16K] }")));
    }

    @Test
    void leadsToImportedFiles() {
        Editor editor = Editor.of("import \"types.pcitopo\"").with("types.pcitopo", "");

        assertEquals(List.of(editor.uri("types.pcitopo")), editor.links());
    }

    @Test
    void namesInAllFilesComeWithWhatTheyAre() {
        Editor.of("host seldom-heard {\n    host-bridge 0000:00 {\n        device 01.0 very-seldom-heard \"a card\" { }\n    }\n}\n");
        assertEquals("host-bridge 0000:00 \u00b7 01.0  a card", Session.get(Editor.session().server().getWorkspaceService().symbol(
                new WorkspaceSymbolParams("very-seldom-heard"))).getRight().get(0).getContainerName());
    }
}
