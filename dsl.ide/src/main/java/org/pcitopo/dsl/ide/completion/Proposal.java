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
 * @param filter what has to fit to what was typed
 */
record Proposal(String label, CompletionItemKind kind, String detail, String documentation, String snippet, int rank, String filter) {

    static Proposal of(String label, CompletionItemKind kind, String detail) {
        return new Proposal(label, kind, detail, "", "", 5, label);
    }

    Proposal documented(String markdown) {
        return new Proposal(label, kind, detail, markdown, snippet, rank, filter);
    }

    Proposal writing(String text) {
        return new Proposal(label, kind, detail, documentation, text, rank, filter);
    }

    Proposal ranked(int other) {
        return new Proposal(label, kind, detail, documentation, snippet, other, filter);
    }

    /** Is found by the words beside it as well, as an id is by the name of its vendor. */
    Proposal foundByWords() {
        return new Proposal(label, kind, detail, documentation, snippet, rank, label + " " + detail);
    }
}
