package org.pcitopo.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class IgnoreCompletionTest {

    private static List<String> labels(String text) {
        return Editor.of(text).completion().stream().map(CompletionItem::getLabel).toList();
    }

    @Test
    void proposesTheWord() {
        assertEquals(List.of("ignore", "ignore-file"), labels("// ‸"));
    }

    @Test
    void proposesTheCodeOfTheNextLineFirst() {
        Editor editor = Editor.of(Samples.arm("// ignore ‸\ndevice 01.0 a : ssd\ndevice 02.0 b : ssd", ""));
        editor.problems();

        assertEquals("PCI301", editor.completion().get(0).getLabel());
    }

    @Test
    void proposesEveryCode() {
        assertTrue(labels("// ignore-file PCI3‸").containsAll(List.of("PCI001", "PCI301", "PCI503")));
    }

    @Test
    void saysWhatACodeIs() {
        assertEquals("a BAR finds no place", Editor.of("/* ignore PCI301, ‸ */").completion("PCI302").getDetail());
    }

    @Test
    void asksForTheReason() {
        assertEquals("PCI302: ${1:why this is fine}", Editor.of("// ignore ‸").completion("PCI302").getTextEdit().getLeft().getNewText());
    }

    @Test
    void proposesNothingInTheReason() {
        assertEquals(List.of(), labels("// ignore PCI301: the guest never ‸"));
    }
}
