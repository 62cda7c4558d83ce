package org.pcitopo.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

/** Ids in words, wherever they can be written. */
class IdCompletionTest {

    @Test
    void proposesVendors() {
        assertEquals("Samsung Electronics Co Ltd", Editor.of("device-type t { id 144‸ }").completion("144d:").getDetail());
    }

    @Test
    void proposesTheDevicesOfAVendor() {
        assertTrue(Editor.of("device-type t { id 144d:a80‸ }").completion("144d:a808").getDetail().contains("SM981"));
    }

    @Test
    void findsAVendorByItsName() {
        CompletionItem item = Editor.of("device-type t { id mellanox‸ }").completion("15b3:");

        assertTrue(item.getFilterText().contains("Mellanox"), item.toString());
    }

    @Test
    void writesTheIdInPlaceOfTheName() {
        assertEquals("15b3:", Editor.of("device-type t { id mellanox‸ }").completion("15b3:").getTextEdit().getLeft().getNewText());
    }

    @Test
    void asksToBeAskedAgain() {
        Editor editor = Editor.of("device-type t { id 144‸ }");

        assertTrue(Session.get(editor.documents().completion(new CompletionParams(editor.document(), editor.marked().cursor()))).getRight().isIncomplete());
    }

    @Test
    void proposesSubsystems() {
        assertEquals("Dell", Editor.of("device-type t { id 144d:a808 subsystem 1028‸ }").completion("1028:").getDetail());
    }

    @Test
    void proposesClassCodes() {
        assertEquals("Non-Volatile memory controller: NVM Express", Editor.of("device-type t { class ‸ }").completion("0x010802").getDetail());
    }

    @Test
    void findsIdsInTheCommandLineByWords() {
        assertTrue(Editor.of(Samples.arm("device 01.0 a : ssd", "command-line \"vfio-pci.ids=‸\"")).completion("144d:a808").getFilterText().contains("Samsung"));
    }
}
