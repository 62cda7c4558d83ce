package org.pcitopo.dsl.parser;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.ParseResult;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.source.TextChange;

/**
 * Parses of a changed text only the smallest element, host bridge or function with a block around the change. What comes of it is what parsing
 * all of the text would come to: where the change may matter outside of that statement, nothing is done.
 */
public final class StatementParser {

    private final TolerantParser parser;

    public StatementParser(TolerantParser parser) {
        this.parser = parser;
    }

    /**
     * A statement that has been parsed anew.
     *
     * @param before the statement in the model, as it was
     * @param after what belongs in its place
     * @param result of parsing all of the new text; its model still holds {@code before}
     */
    public record Replacement(EObject before, EObject after, IParseResult result) {
    }

    /**
     * Changes the nodes of {@code old} as {@code change} changes its text.
     *
     * @param text the text afterwards
     * @return empty, and nothing is changed, where all of the text has to be parsed
     */
    public Optional<Replacement> parse(IParseResult old, TextChange change, String text) {
        ICompositeNode root = old.getRootNode();
        INode leaf = NodeModelUtils.findLeafNodeAtOffset(root, change.offset());
        for (INode node = leaf; node != null; node = node.getParent()) {
            if (node instanceof ICompositeNode statement && isAround(change, statement)) {
                Optional<IParseResult> part = errorsAreIn(statement, old) ? part(statement, change, text) : Optional.empty();
                if (part.isPresent()) {
                    return Optional.of(replace(root, statement, part.get(), old, text));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a statement with a block begins before the change and ends behind it, its last brace left alone. */
    private static boolean isAround(TextChange change, ICompositeNode node) {
        boolean statement = node.hasDirectSemanticElement() && node.getGrammarElement() instanceof RuleCall
                && isPart(node.getSemanticElement());
        int end = node.getTotalEndOffset();
        return statement && node.getTotalOffset() < change.offset() && change.end() < end
                && node.getRootNode().getText().charAt(end - 1) == '}';
    }

    /** Elements, host bridges and functions stand in a list of what they are in, so that another can take their place. */
    private static boolean isPart(EObject statement) {
        return statement instanceof Element || statement instanceof HostBridge || statement instanceof Function;
    }

    private static boolean errorsAreIn(ICompositeNode statement, IParseResult old) {
        if (old.hasSyntaxErrors()) {
            for (INode error : old.getSyntaxErrors()) {
                if (error.getTotalOffset() < statement.getTotalOffset() || error.getTotalEndOffset() > statement.getTotalEndOffset()) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<IParseResult> part(ICompositeNode statement, TextChange change, String text) {
        String part = text.substring(statement.getTotalOffset(), statement.getTotalEndOffset() + change.growth());
        return parser.parseStatement((RuleCall) statement.getGrammarElement(), part)
                .filter(result -> isPart(result.getRootASTElement()));
    }

    private static Replacement replace(ICompositeNode root, ICompositeNode statement, IParseResult part, IParseResult old, String text) {
        EObject before = statement.getSemanticElement();
        NodeModelBuilder nodes = new NodeModelBuilder();
        nodes.replaceAndTransferLookAhead(statement, part.getRootNode());
        nodes.setCompleteContent(root, text);
        return new Replacement(before, part.getRootASTElement(), new ParseResult(old.getRootASTElement(), root, part.hasSyntaxErrors()));
    }
}
