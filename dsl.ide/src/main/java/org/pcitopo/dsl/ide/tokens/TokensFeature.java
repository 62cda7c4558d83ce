package org.pcitopo.dsl.ide.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.ide.cursor.KernelString;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.NameSelector;

/** Semantic tokens of a file or of a part of it. */
public final class TokensFeature {

    /** A token to colour: offsets in the file. */
    record Coloured(int from, int to, TokenSort sort, boolean declaration) {
    }

    /** What the numbers in the answers mean. */
    public static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TokenSort.names(), List.of("declaration"));
    }

    /**
     * The tokens of {@code range}, of the whole file where there is none.
     *
     * @param checkpoint called now and then; what it throws ends the work
     */
    public SemanticTokens tokens(Snapshot snapshot, Optional<Range> range, Runnable checkpoint) {
        int from = range.map(part -> snapshot.lines().offset(part.getStart())).orElse(0);
        int to = range.map(part -> snapshot.lines().offset(part.getEnd())).orElse(snapshot.text().length());
        List<Coloured> tokens = new ArrayList<>();
        INode root = NodeModelUtils.getNode(snapshot.document().model());
        if (root != null) {
            for (ILeafNode leaf : root.getRootNode().getLeafNodes()) {
                if (leaf.getEndOffset() > from && leaf.getOffset() < to) {
                    checkpoint.run();
                    colour(leaf, tokens);
                }
            }
        }
        return new SemanticTokens(encode(snapshot, tokens));
    }

    private static void colour(ILeafNode leaf, List<Coloured> tokens) {
        EObject grammar = leaf.getGrammarElement();
        String terminal = grammar instanceof RuleCall call ? call.getRule().getName()
                : grammar instanceof org.eclipse.xtext.TerminalRule rule ? rule.getName() : "";
        if (grammar instanceof Keyword keyword) {
            boolean word = Character.isLetter(keyword.getValue().charAt(0));
            add(tokens, leaf, word ? TokenSort.KEYWORD : TokenSort.OPERATOR, false);
            return;
        }
        switch (terminal) {
            case "SL_COMMENT", "ML_COMMENT" -> add(tokens, leaf, TokenSort.COMMENT, false);
            case "STRING" -> string(leaf, tokens);
            case "WORD" -> name(leaf, tokens);
            case "VENDOR_DEVICE" -> add(tokens, leaf, TokenSort.ENUM_MEMBER, false);
            case "WS", "SKIPPED", "MALFORMED", "" -> {
                // Nothing to colour.
            }
            default -> add(tokens, leaf, TokenSort.NUMBER, false);
        }
    }

    private static void string(ILeafNode leaf, List<Coloured> tokens) {
        EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf);
        Optional<KernelString> string = element == null ? Optional.empty() : KernelString.of(element);
        if (string.isPresent() && string.get().literal().offset() == leaf.getOffset()) {
            tokens.addAll(KernelColours.of(string.get()));
        } else {
            add(tokens, leaf, TokenSort.STRING, false);
        }
    }

    private static void name(ILeafNode leaf, List<Coloured> tokens) {
        EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (element instanceof NameSelector selector && selector.getTarget() != null) {
            add(tokens, leaf, sort(selector.getTarget()), false);
        } else if (element instanceof Function function) {
            boolean type = covers(function, ModelPackage.Literals.FUNCTION__TYPE, leaf);
            add(tokens, leaf, type ? TokenSort.TYPE : TokenSort.VARIABLE, !type);
        } else if (element instanceof Element named) {
            boolean own = covers(named, ModelPackage.Literals.ELEMENT__NAME, leaf);
            add(tokens, leaf, own ? sort(named) : other(named, leaf), own);
        } else {
            add(tokens, leaf, TokenSort.MACRO, false);
        }
    }

    private static TokenSort other(Element element, ILeafNode leaf) {
        if (element instanceof Host) {
            return TokenSort.NAMESPACE;
        }
        return element instanceof Boot && covers(element, ModelPackage.Literals.BOOT__HOST, leaf) ? TokenSort.CLASS : sort(element);
    }

    private static TokenSort sort(EObject element) {
        if (element instanceof Function) {
            return TokenSort.VARIABLE;
        }
        if (element instanceof DeviceType) {
            return TokenSort.TYPE;
        }
        if (element instanceof Host) {
            return TokenSort.CLASS;
        }
        return element instanceof Boot ? TokenSort.EVENT : TokenSort.NAMESPACE;
    }

    private static boolean covers(EObject element, org.eclipse.emf.ecore.EStructuralFeature feature, ILeafNode leaf) {
        return NodeModelUtils.findNodesForFeature(element, feature).stream()
                .anyMatch(node -> node.getOffset() <= leaf.getOffset() && leaf.getEndOffset() <= node.getEndOffset());
    }

    private static void add(List<Coloured> tokens, ILeafNode leaf, TokenSort sort, boolean declaration) {
        tokens.add(new Coloured(leaf.getOffset(), leaf.getEndOffset(), sort, declaration));
    }

    /** Five numbers a token, relative to the one before; a token over several lines becomes one for each. */
    private static List<Integer> encode(Snapshot snapshot, List<Coloured> tokens) {
        LineIndex lines = snapshot.lines();
        List<Integer> data = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (Coloured token : tokens) {
            for (int at = lines.lineOf(token.from()); at <= lines.lineOf(Math.max(token.from(), token.to() - 1)); at++) {
                int from = Math.max(token.from(), lines.start(at));
                int length = Math.min(token.to(), lines.end(at)) - from;
                if (length > 0) {
                    int start = from - lines.start(at);
                    data.addAll(List.of(at - line, at == line ? start - column : start, length, token.sort().ordinal(),
                            token.declaration() ? 1 : 0));
                    line = at;
                    column = start;
                }
            }
        }
        return data;
    }
}
