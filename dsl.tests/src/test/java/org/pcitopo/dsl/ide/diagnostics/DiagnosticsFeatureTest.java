package org.pcitopo.dsl.ide.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

class DiagnosticsFeatureTest {

    private static final String NEIGHBOURS = """
            device 01.0 «a» : ssd passthrough
            device 02.0 «b» : ssd passthrough
            """;

    @Test
    void marksTheDeviceOfAnUnmappableBar() {
        Editor editor = Editor.of(Samples.arm(NEIGHBOURS, ""));

        assertEquals(editor.marked().ranges(), editor.problems().stream().map(Diagnostic::getRange).toList());
    }

    @Test
    void tellsWhatSharesThePage() {
        Diagnostic problem = Editor.of(Samples.arm(NEIGHBOURS, "")).problems().get(0);

        assertTrue(problem.getRelatedInformation().get(0).getMessage().startsWith("b BAR 0 is in the same page"));
    }

    @Test
    void tellsHowToMendIt() {
        Diagnostic problem = Editor.of(Samples.arm(NEIGHBOURS, "")).problems().get(0);

        assertTrue(problem.getMessage().getLeft().contains("Help: add pci=resource_alignment="), problem.toString());
    }

    @Test
    void isExactInsideTheCommandLine() {
        Editor editor = Editor.of(Samples.arm("device 01.0 a : ssd", "command-line \"quiet pci=resource_alignment=«16@0000:09:00.0»\""));

        assertEquals(editor.marked().ranges().get(0), editor.problem("PCI217").getRange());
    }

    @Test
    void fadesWhatHasNoEffect() {
        Editor editor = Editor.of(Samples.arm("device 01.0 a : ssd", "command-line \"pci=resource_alignment=16@0000:09:00.0\""));

        assertEquals(List.of(DiagnosticTag.Unnecessary), editor.problem("PCI217").getTags());
    }

    @Test
    void reportsSyntaxErrorsAsErrors() {
        assertEquals(DiagnosticSeverity.Error, Editor.of("nonsense").problem("PCI001").getSeverity());
    }

    @Test
    void forgetsWhatAnEditMends() {
        Editor editor = Editor.of("platform p { architecture aarch64 } «nonsense»");
        editor.problem("PCI001");

        assertEquals(List.of(), editor.type(editor.marked().ranges().get(0), "").problems());
    }

    @Test
    void seesWhatIsTypedIntoAnImportedFile() {
        Editor editor = Editor.of("import \"types.pcitopo\" host h { host-bridge 0000:00 { device 01.0 : disk } }")
                .with("types.pcitopo", "device-type disk { }");

        assertTrue(editor.problems().stream().noneMatch(one -> one.getCode().getLeft().equals("PCI002")));
    }

    @Test
    void saysThatNothingHasChanged() {
        Editor editor = Editor.of("platform p { }");
        DocumentDiagnosticParams again = new DocumentDiagnosticParams(editor.document());
        again.setPreviousResultId(Session.get(editor.documents().diagnostic(new DocumentDiagnosticParams(editor.document())))
                .getRelatedFullDocumentDiagnosticReport().getResultId());

        assertTrue(Session.get(editor.documents().diagnostic(again)).isRelatedUnchangedDocumentDiagnosticReport());
    }

    @Test
    void isNotSentToAnEditorThatAsks() {
        Editor.of("nonsense").problems();

        assertEquals(List.of(), Editor.session().client().unseenDiagnostics());
    }

    @Test
    void countsColumnsInCodeUnits() {
        Editor editor = Editor.of("/* \ud83d\ude80 */ «nonsense»");

        assertEquals(editor.marked().ranges(), List.of(editor.problem("PCI001").getRange()));
    }

    @Test
    void pointsAtTheWindowThatHasNoRoom() {
        Editor editor = Editor.of(Samples.arm("bridge 01.0 port {\n    device 00.0 nic { BAR 0 [mem size 4G 64bit] }\n}", "")
                .replace("window [mem 0x10000000-0x3efeffff]", "«window [mem 0x10000000-0x3efeffff]»"));

        assertTrue(editor.problem("PCI302").getRelatedInformation().stream()
                .anyMatch(related -> related.getLocation().getRange().equals(editor.marked().ranges().get(0))), editor.problem("PCI302").toString());
    }

    @Test
    void doesNotFadeWhatHasAnEffectWithOtherPages() {
        Editor editor = Editor.of(Samples.arm("device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough",
                "page-size 4K, 64K\ncommand-line \"pci=resource_alignment=«pci:144d:a808»\""));

        assertEquals(null, editor.problem("PCI219").getTags());
        assertTrue(editor.problem("PCI219").getMessage().getLeft().endsWith("so it is in boot \"stock\" (pages of 4K)"), editor.problem("PCI219").toString());
    }

    @Test
    void doesNotOfferToRemoveWhatHasAnEffectWithOtherKernels() {
        assertTrue(Editor.of(Samples.arm("device 01.0 a : ssd", "linux 5.4, 6.12\ncommand-line \"pci=«hpmmiosize=4M»\"")).actionTitles().stream()
                .noneMatch(title -> title.startsWith("Remove")));
    }
}
