package org.pcitopo.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.text.Markup;

/** A proposal is never cut off by the words beside it. */
class ItemWriterTest {

    private static final String LONG = "nvme0 144d:a808 Samsung Electronics Co Ltd, NVMe SSD";

    private static CompletionItem written(String detail, boolean details) {
        Range here = new Range(new Position(0, 0), new Position(0, 0));
        return new ItemWriter(true, details, new Markup(true)).item(Proposal.of("12@0000:00:04.0", CompletionItemKind.Value, detail), here, 0);
    }

    @Test
    void aFewWordsStandBeside() {
        CompletionItem item = written("aligns BARs", true);
        assertEquals("aligns BARs", item.getLabelDetails().getDescription());
        assertNull(item.getDetail());
    }

    @Test
    void ofManyTheFirstStandBeside() {
        assertEquals("nvme0 144d:a808 Samsung\u2026", written(LONG, true).getLabelDetails().getDescription());
    }

    @Test
    void andAllBelow() {
        assertEquals(LONG, written(LONG, true).getDocumentation().getRight().getValue());
    }

    @Test
    void editorsThatShowNothingBesideGetAllAsDetail() {
        assertEquals(LONG, written(LONG, false).getDetail());
    }
}
