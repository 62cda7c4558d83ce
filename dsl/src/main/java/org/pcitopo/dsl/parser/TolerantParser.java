package org.pcitopo.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
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
        TokenVocabulary vocabulary = ((PcitopoLexer) getLexerProvider().get()).vocabulary();
        List<CommonToken> all = scan(text, vocabulary);
        Edits edits = new Edits();
        List<SyntaxError> errors = new ArrayList<>();
        Attempt attempt = new Attempt(rule, all, vocabulary);
        Optional<FirstError> left = attempt.error(edits, Integer.MAX_VALUE);
        Repair repair = left.isPresent() ? new Repair(new TokenList(all, vocabulary), vocabulary) : null;
        while (left.isPresent()) {
            Repair.Outcome outcome = errors.size() < MOST_ERRORS ? repair.repair(left.get(), edits, attempt::error)
                    : giveUp(repair, left.get(), edits, attempt);
            errors.add(outcome.error());
            edits = outcome.edits();
            left = attempt.error(edits, Integer.MAX_VALUE);
        }
        return errors.isEmpty() ? attempt.result : withErrors(attempt.result, errors);
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
        private IParseResult result;

        Attempt(String rule, List<CommonToken> tokens, TokenVocabulary vocabulary) {
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
            parser.setNodeModelBuilder(createNodeModelBuilder());
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

    private static IParseResult withErrors(IParseResult result, List<SyntaxError> errors) {
        ICompositeNode root = result.getRootNode();
        NodeModelBuilder builder = new NodeModelBuilder();
        for (SyntaxError error : errors) {
            INode leaf = leafAt(root, error.offset());
            if (leaf.getSyntaxErrorMessage() == null) {
                String range = (error.offset() - leaf.getTotalOffset()) + ":" + error.length();
                builder.setSyntaxError(leaf, new SyntaxErrorMessage(error.message(), Diagnostic.SYNTAX_DIAGNOSTIC_WITH_RANGE,
                        new String[] {range}));
            }
        }
        return new ParseResult(result.getRootASTElement(), root, true);
    }

    private static INode leafAt(ICompositeNode root, int offset) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        return leaf == null ? root : leaf;
    }
}
