package org.pcitopo.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.ParseResult;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.pcitopo.dsl.lexer.PcitopoLexer;
import org.pcitopo.dsl.lexer.TokenFeed;
import org.pcitopo.dsl.lexer.TokenVocabulary;
import org.pcitopo.dsl.parser.antlr.PcitopoParser;

/** The parser of the language: strict where the text is right, and where it is wrong with one error for one mistake. */
public final class TolerantParser extends PcitopoParser {

    private static final int MOST_ERRORS = 30;

    @Override
    protected IParseResult doParse(String rule, CharStream text, NodeModelBuilder nodes, int lookAhead) {
        TokenVocabulary vocabulary = vocabulary();
        List<CommonToken> all = scan(text, vocabulary);
        Attempt attempt = new Attempt(rule, all, vocabulary, this::createNodeModelBuilder);
        return result(attempt, repair(attempt, all, vocabulary, edits -> true).orElseThrow());
    }

    /**
     * Parses a statement that ends with a block, without the text around it.
     *
     * @param call where the grammar calls for the statement
     * @param text the statement, with blanks and comments before it
     * @return empty where the text cannot be told to be such a statement, or where its errors may have to do with the text around it
     */
    Optional<IParseResult> parseStatement(RuleCall call, String text) {
        TokenVocabulary vocabulary = vocabulary();
        List<CommonToken> all = scan(new ANTLRStringStream(text), vocabulary);
        TokenList tokens = new TokenList(all, vocabulary);
        if (!tokens.isOneBlock() || all.get(all.size() - 1) != tokens.get(tokens.size() - 1)) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(call.getRule().getName(), all, vocabulary, () -> {
            NodeModelBuilder nodes = createNodeModelBuilder();
            nodes.setForcedFirstGrammarElement(call);
            return nodes;
        });
        IntPredicate mayGo = index -> index > 0 && !tokens.isOpener(index) && !tokens.isCloser(index);
        return repair(attempt, all, vocabulary, edits -> edits.onlySkip(mayGo)).map(errors -> result(attempt, errors));
    }

    private TokenVocabulary vocabulary() {
        return ((PcitopoLexer) getLexerProvider().get()).vocabulary();
    }

    /** The errors of a text, each taken out of it; empty as soon as an error takes {@code edits} that may not be. */
    private static Optional<List<SyntaxError>> repair(Attempt attempt, List<CommonToken> all, TokenVocabulary vocabulary,
            Predicate<Edits> allowed) {
        Edits edits = new Edits();
        List<SyntaxError> errors = new ArrayList<>();
        Optional<FirstError> left = attempt.error(edits, Integer.MAX_VALUE);
        Repair repair = left.isPresent() ? new Repair(new TokenList(all, vocabulary), vocabulary) : null;
        while (left.isPresent()) {
            Repair.Outcome outcome = errors.size() < MOST_ERRORS ? repair.repair(left.get(), edits, attempt::error)
                    : giveUp(repair, left.get(), edits, attempt);
            errors.add(outcome.error());
            edits = outcome.edits();
            if (!allowed.test(edits)) {
                return Optional.empty();
            }
            left = attempt.error(edits, Integer.MAX_VALUE);
        }
        return Optional.of(errors);
    }

    private static Repair.Outcome giveUp(Repair repair, FirstError error, Edits edits, Attempt attempt) {
        int open = 0;
        Repair.Outcome outcome = repair.giveUp(error, edits, open);
        while (attempt.error(outcome.edits(), Integer.MAX_VALUE).isPresent() && open < 1000) {
            outcome = repair.giveUp(error, edits, ++open);
        }
        return outcome;
    }

    private static List<CommonToken> scan(CharStream text, TokenVocabulary vocabulary) {
        List<CommonToken> tokens = new ArrayList<>();
        TokenFeed feed = new TokenFeed(text, vocabulary);
        for (Optional<CommonToken> token = feed.next(); token.isPresent(); token = feed.next()) {
            tokens.add(token.get());
        }
        return tokens;
    }

    /** Parses the same tokens again and again, each time with other edits. */
    private final class Attempt {

        private final String rule;
        private final List<CommonToken> tokens;
        private final TokenVocabulary vocabulary;
        private final Supplier<NodeModelBuilder> nodes;
        private IParseResult result;

        Attempt(String rule, List<CommonToken> tokens, TokenVocabulary vocabulary, Supplier<NodeModelBuilder> nodes) {
            this.nodes = nodes;
            this.rule = rule;
            this.tokens = tokens;
            this.vocabulary = vocabulary;
        }

        /** The first error before {@code limit}; where there is none to the end of the text, {@code result} is set. */
        Optional<FirstError> error(Edits edits, int limit) {
            XtextTokenStream stream =
                    new BoundedTokenStream(new EditedTokens(tokens, edits, vocabulary), getTokenDefProvider(), limit);
            setInitialHiddenTokens(stream);
            StrictParser parser = new StrictParser(stream, getGrammarAccess());
            parser.setTokenTypeMap(getTokenDefProvider().getTokenDefMap());
            parser.setSyntaxErrorProvider(getSyntaxErrorProvider());
            parser.setNodeModelBuilder(nodes.get());
            parser.setSemanticModelBuilder(getElementFactory());
            try {
                result = parser.parse(rule);
                return Optional.empty();
            } catch (Exception end) {
                return causeOf(end);
            }
        }

        private static Optional<FirstError> causeOf(Exception end) {
            for (Throwable cause = end; cause != null; cause = cause.getCause()) {
                if (cause instanceof FirstError error) {
                    return Optional.of(error);
                }
                if (cause instanceof BoundedTokenStream.Passed) {
                    return Optional.empty();
                }
            }
            throw new IllegalStateException("the parser failed", end);
        }
    }

    private static IParseResult result(Attempt attempt, List<SyntaxError> errors) {
        return errors.isEmpty() ? attempt.result : withErrors(attempt.result, errors);
    }

    private static IParseResult withErrors(IParseResult result, List<SyntaxError> errors) {
        ICompositeNode root = result.getRootNode();
        NodeModelBuilder builder = new NodeModelBuilder();
        for (SyntaxError error : errors) {
            INode leaf = leafAt(root, error.offset());
            if (leaf.getSyntaxErrorMessage() == null) {
                String range = (error.offset() - leaf.getTotalOffset()) + ":" + error.length();
                List<String> data = new ArrayList<>(List.of(range));
                error.mend().map(Mend::written).ifPresent(data::addAll);
                builder.setSyntaxError(leaf, new SyntaxErrorMessage(error.message(), Diagnostic.SYNTAX_DIAGNOSTIC_WITH_RANGE,
                        data.toArray(String[]::new)));
            }
        }
        return new ParseResult(result.getRootASTElement(), root, true);
    }

    private static INode leafAt(ICompositeNode root, int offset) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        return leaf == null ? root : leaf;
    }
}
