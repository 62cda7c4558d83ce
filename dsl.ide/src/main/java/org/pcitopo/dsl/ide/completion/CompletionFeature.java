package org.pcitopo.dsl.ide.completion;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Asks who has something to propose. */
public final class CompletionFeature {

    private final Set<String> keywords;
    private final boolean snippets;
    private final StatementCompletion statements;
    private final KernelCompletion kernel = new KernelCompletion();
    private final ImportCompletion imports;

    /**
     * @param language the injector of the language
     * @param keywords the words of the language
     * @param snippets whether the editor knows places to fill in
     */
    public CompletionFeature(Injector language, Workspace workspace, Set<String> keywords, boolean snippets) {
        this.keywords = Set.copyOf(keywords);
        this.snippets = snippets;
        this.statements = new StatementCompletion(language);
        this.imports = new ImportCompletion(workspace);
    }

    public CompletionList complete(Snapshot snapshot, Position position) {
        int offset = snapshot.lines().offset(position);
        Context context = Context.at(snapshot.text(), offset, keywords);
        if (context.comment()) {
            return new CompletionList(List.of());
        }
        if (context.string().isEmpty()) {
            return list(snapshot, statements.proposals(snapshot, context), context.from(), offset);
        }
        Context.OpenString string = context.string().get();
        return switch (context.lastWord()) {
            case "import" -> list(snapshot, imports.proposals(snapshot), string.from(), offset);
            case "command-line", "resource_alignment" -> {
                KernelCompletion.Answer answer = kernel.proposals(snapshot, context, string.before());
                yield list(snapshot, answer.proposals(), string.from() + answer.from(), offset);
            }
            default -> new CompletionList(List.of());
        };
    }

    private CompletionList list(Snapshot snapshot, List<Proposal> proposals, int from, int to) {
        Map<String, Proposal> byLabel = new LinkedHashMap<>();
        proposals.forEach(proposal -> byLabel.putIfAbsent(proposal.label(), proposal));
        Range range = snapshot.lines().range(from, to);
        List<CompletionItem> items = new ArrayList<>();
        byLabel.values().forEach(proposal -> items.add(item(proposal, range, items.size())));
        return new CompletionList(false, items);
    }

    private CompletionItem item(Proposal proposal, Range range, int index) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(proposal.kind());
        item.setDetail(proposal.detail().isEmpty() ? null : proposal.detail());
        if (!proposal.documentation().isEmpty()) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, proposal.documentation()));
        }
        boolean snippet = snippets && !proposal.snippet().isEmpty();
        item.setTextEdit(Either.forLeft(new TextEdit(range, snippet ? proposal.snippet() : proposal.label())));
        item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        item.setFilterText(proposal.label());
        item.setSortText(String.format("%02d%05d", proposal.rank(), index));
        return item;
    }
}
