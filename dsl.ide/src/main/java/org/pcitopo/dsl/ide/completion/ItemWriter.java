package org.pcitopo.dsl.ide.completion;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.pcitopo.dsl.ide.text.Markup;
import org.pcitopo.dsl.ide.words.Markdown;

/**
 * Writes proposals as an editor shows them.
 *
 * @param snippets whether it knows places to fill in
 * @param details whether it shows the words beside a proposal on their own
 * @param markup how it shows documentation
 */
public record ItemWriter(boolean snippets, boolean details, Markup markup) {

    /** More words beside a proposal cut the proposal itself off, in the lists of common editors. */
    private static final int MOST_BESIDE = 28;

    CompletionItem item(Proposal proposal, Range range, int index) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(proposal.kind());
        if (!proposal.detail().isEmpty() && details) {
            CompletionItemLabelDetails words = new CompletionItemLabelDetails();
            words.setDescription(beginning(proposal.detail()));
            item.setLabelDetails(words);
        } else if (!proposal.detail().isEmpty()) {
            item.setDetail(proposal.detail());
        }
        String below = details ? below(proposal) : proposal.documentation();
        if (!below.isEmpty()) {
            item.setDocumentation(markup.content(below));
        }
        boolean snippet = snippets && !proposal.snippet().isEmpty();
        item.setTextEdit(Either.forLeft(new TextEdit(range, snippet ? proposal.snippet() : proposal.label())));
        item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        item.setFilterText(proposal.filter());
        item.setSortText(String.format("%02d%05d", proposal.rank(), index));
        return item;
    }

    /** The documentation, after the words for which there is no room beside the proposal; options begin theirs with these words. */
    private static String below(Proposal proposal) {
        boolean said = proposal.documentation().regionMatches(true, 0, proposal.detail(), 0, proposal.detail().length());
        return proposal.detail().length() <= MOST_BESIDE || said ? proposal.documentation()
                : (Markdown.plain(proposal.detail()) + "\n\n" + proposal.documentation()).strip();
    }

    /** As many whole words as there is room for. */
    private static String beginning(String detail) {
        if (detail.length() <= MOST_BESIDE) {
            return detail;
        }
        int end = detail.lastIndexOf(' ', MOST_BESIDE - 1);
        return detail.substring(0, end < 0 ? MOST_BESIDE - 1 : end).replaceFirst("[,;:]$", "") + "\u2026";
    }
}
