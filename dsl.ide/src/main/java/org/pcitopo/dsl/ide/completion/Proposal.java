package org.pcitopo.dsl.ide.completion;

import org.eclipse.lsp4j.CompletionItemKind;

/**
 * Something that could be written.
 *
 * @param label what is shown, and written where there is no snippet
 * @param kind its picture
 * @param detail a few words beside it
 * @param documentation Markdown, may be empty
 * @param snippet what is written instead, with places to fill in; empty for none
 * @param rank the smaller, the further up
 */
record Proposal(String label, CompletionItemKind kind, String detail, String documentation, String snippet, int rank) {

    static Proposal of(String label, CompletionItemKind kind, String detail) {
        return new Proposal(label, kind, detail, "", "", 5);
    }

    Proposal documented(String markdown) {
        return new Proposal(label, kind, detail, markdown, snippet, rank);
    }

    Proposal writing(String text) {
        return new Proposal(label, kind, detail, documentation, text, rank);
    }

    Proposal ranked(int other) {
        return new Proposal(label, kind, detail, documentation, snippet, other);
    }
}
