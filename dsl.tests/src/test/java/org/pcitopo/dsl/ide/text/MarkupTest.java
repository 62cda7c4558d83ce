package org.pcitopo.dsl.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupKind;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void dropsEmphasisAndCode() {
        assertEquals("BAR 0 of nvme0", Markup.plain("**BAR 0** of `nvme0`"));
    }

    @Test
    void undoesEscapes() {
        assertEquals("a*b [c]", Markup.plain("a\\*b \\[c\\]"));
    }

    @Test
    void laysTablesOutInColumns() {
        assertEquals("boot   place\nstock  0x80", Markup.plain("| boot | place |\n| :--- | :--- |\n| stock | `0x80` |\n"));
    }

    @Test
    void keepsBlocksAsTheyAre() {
        assertEquals("a  **b**", Markup.plain("```text\na  **b**\n```"));
    }

    @Test
    void dropsHeadings() {
        assertEquals("stock", Markup.plain("## stock"));
    }

    @Test
    void isPlainWhereTheEditorSaysNothing() {
        assertEquals(MarkupKind.PLAINTEXT, Markup.of(Optional.empty()).content("**a**").getKind());
    }

    @Test
    void isMarkdownWhereTheEditorShowsIt() {
        assertEquals("**a**", Markup.of(Optional.of(List.of("plaintext", "markdown"))).content("**a**").getValue());
    }
}
