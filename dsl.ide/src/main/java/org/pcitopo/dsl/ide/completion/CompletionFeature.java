package org.pcitopo.dsl.ide.completion;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Asks who has something to propose. */
public final class CompletionFeature {

    /** What follows them is so many that only some are proposed. */
    private static final Set<String> ID_WORDS = Set.of("id", "subsystem");

    private final Set<String> keywords;
    private final ItemWriter writer;
    private final StatementCompletion statements;
    private final KernelCompletion kernel = new KernelCompletion();
    private final ImportCompletion imports;

    /**
     * @param language the injector of the language
     * @param keywords the words of the language
     * @param writer writes proposals as the editor shows them
     */
    public CompletionFeature(Injector language, Workspace workspace, Set<String> keywords, ItemWriter writer) {
        this.keywords = Set.copyOf(keywords);
        this.writer = writer;
        this.statements = new StatementCompletion(language);
        this.imports = new ImportCompletion(workspace);
    }

    public CompletionList complete(Snapshot snapshot, Position position) {
        int offset = snapshot.lines().offset(position);
        Context context = Context.at(snapshot.text(), offset, keywords);
        if (context.comment()) {
            Context.OpenString comment = context.string().orElseThrow();
            IgnoreCompletion.Answer answer = IgnoreCompletion.proposals(snapshot, offset, comment.before());
            return list(snapshot, answer.proposals(), comment.from() + answer.from(), offset);
        }
        if (context.string().isEmpty()) {
            CompletionList list = list(snapshot, statements.proposals(snapshot, context), context.from(), offset);
            list.setIsIncomplete(ID_WORDS.contains(context.lastWord()));
            return list;
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
        byLabel.values().forEach(proposal -> items.add(writer.item(proposal, range, items.size())));
        return new CompletionList(false, items);
    }
}
