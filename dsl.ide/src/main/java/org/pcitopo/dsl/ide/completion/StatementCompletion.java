package org.pcitopo.dsl.ide.completion;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.pcitopo.dsl.ide.words.KeywordWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/**
 * Words of the language, names and values. The grammar's parser is asked what may follow the way to the cursor alone, which is short
 * however long the file is.
 */
final class StatementCompletion {

    private static final int FIRST = 4;
    private static final int USUAL = 5;
    private static final int LAST = 8;

    /** What most people begin a line with. */
    private static final Set<String> WRITTEN_FIRST = Set.of("command-line", "expect", "linux", "page-size", "host-bridge", "window", "device",
            "bridge", "id", "BAR");

    /** Where a fact is from: what programs write behind statements. */
    private static final Set<String> PROVENANCE = Set.of("from", "assumed", "derived");

    private final Injector language;
    private final ValueProposals values = new ValueProposals();

    StatementCompletion(Injector language) {
        this.language = language;
    }

    List<Proposal> proposals(Snapshot snapshot, Context context) {
        List<AbstractElement> elements = new ArrayList<>();
        IContentAssistParser parser = language.getInstance(IContentAssistParser.class);
        language.getInstance(FollowElementComputer.class)
                .computeFollowElements(parser.getFollowElements(context.outline(), false), elements);
        List<Proposal> proposals = new ArrayList<>();
        elements.forEach(element -> add(snapshot, context, element, proposals));
        proposals.sort(Comparator.comparingInt(Proposal::rank));
        return proposals;
    }

    private void add(Snapshot snapshot, Context context, AbstractElement element, List<Proposal> to) {
        if (element instanceof Keyword keyword) {
            keyword(keyword, to);
        } else if (element instanceof Assignment assignment) {
            assigned(snapshot, context, assignment, assignment.getTerminal(), to);
        }
    }

    private void assigned(Snapshot snapshot, Context context, Assignment assignment, EObject terminal, List<Proposal> to) {
        String rule = GrammarUtil.containingParserRule(assignment).getName();
        if (terminal instanceof Keyword keyword) {
            keyword(keyword, to);
        } else if (terminal instanceof CrossReference reference) {
            to.addAll(new NameProposals(snapshot, context).of(reference.getType().getClassifier().getName()));
        } else if (terminal instanceof RuleCall call) {
            AbstractRule called = call.getRule();
            if (called instanceof TerminalRule || GrammarUtil.isDatatypeRule(called) || called instanceof EnumRule) {
                List<Proposal> known = values.of(snapshot, context, rule + "." + assignment.getFeature());
                to.addAll(known);
                if (known.isEmpty() && !(called instanceof TerminalRule)) {
                    EcoreUtil2.getAllContentsOfType(called, Keyword.class).forEach(keyword -> keyword(keyword, to));
                }
            }
        } else {
            terminal.eContents().forEach(inner -> assigned(snapshot, context, assignment, inner, to));
        }
    }

    private static void keyword(Keyword keyword, List<Proposal> to) {
        String word = keyword.getValue();
        if (Character.isLetterOrDigit(word.charAt(0))) {
            int rank = WRITTEN_FIRST.contains(word) ? FIRST : PROVENANCE.contains(word) ? LAST : USUAL;
            to.add(Proposal.of(word, CompletionItemKind.Keyword, "").documented(KeywordWords.of(word).orElse("")).writing(Snippets.of(word))
                    .ranked(rank));
            Snippets.statements(GrammarUtil.containingRule(keyword).getName(), word).forEach(statement -> to.add(statement.ranked(rank)));
        } else if (word.equals("[")) {
            to.add(Proposal.of("[mem size 16K 64bit]", CompletionItemKind.Snippet, "a memory BAR or window").writing("[mem size ${1:16K} ${2:64bit}]"));
            to.add(Proposal.of("[io size 32]", CompletionItemKind.Snippet, "an I/O BAR").writing("[io size ${1:32}]"));
        }
    }
}
