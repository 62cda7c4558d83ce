package org.pcitopo.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pcitopo.dsl.lexer.TokenVocabulary;

/**
 * Finds the smallest change that takes one error out of a text. Candidates are tried from small to large; the first that lets the
 * parser pass the line of the error is taken.
 */
final class Repair {

    private final TokenList tokens;
    private final Statements statements;
    private final TokenVocabulary vocabulary;
    private final SyntaxMessages messages;

    /** The error that a text has after edits, up to a certain offset. */
    interface Trial extends BiFunction<Edits, Integer, Optional<FirstError>> {
    }

    Repair(TokenList tokens, TokenVocabulary vocabulary) {
        this.tokens = tokens;
        this.statements = new Statements(tokens);
        this.vocabulary = vocabulary;
        this.messages = new SyntaxMessages(tokens, statements, vocabulary);
    }

    /**
     * An error and how to go on without it.
     *
     * @param edits all edits so far and the one for this error
     */
    record Outcome(SyntaxError error, Edits edits) {
    }

    Outcome repair(FirstError error, Edits soFar, Trial trial) {
        int index = error.index(tokens);
        if (isBlockEnd(error)) {
            return afterCompleteStatement(error, index, soFar, trial);
        }
        return insideStatement(error, index, soFar, trial);
    }

    /** Gives up at an error: leaves out the rest of the text. */
    Outcome giveUp(FirstError error, Edits soFar, int openBlocks) {
        int index = Math.min(error.index(tokens), tokens.size() - 1);
        int begin = statements.begin(index);
        Edits edits = soFar.skipping(begin, tokens.size() - 1).closing(tokens.size(), openBlocks);
        return new Outcome(messages.tooMany(begin), edits);
    }

    private boolean isBlockEnd(FirstError error) {
        return error.problemOfValue().isEmpty() && (error.expected() == -1 || error.expected() == vocabulary.keyword("}"));
    }

    private Outcome afterCompleteStatement(FirstError error, int index, Edits soFar, Trial trial) {
        if (tokens.isCloser(index)) {
            return new Outcome(messages.closesNothing(index), soFar.skipping(index, index));
        }
        if (error.expected() != -1 && isBehindItsBlock(index)) {
            int brace = unclosedBrace(index);
            Edits once = soFar.closing(index, 1);
            return new Outcome(messages.unclosed(brace, index), closeWhileNeeded(once, index, trial));
        }
        Optional<Integer> early = earlyCloser(index);
        if (early.isPresent() && tokens.isKeyword(index)) {
            Edits candidate = soFar.skipping(early.get(), early.get());
            if (firstThatPasses(List.of(candidate), index, trial).isPresent()) {
                return new Outcome(messages.closesEarly(early.get(), index), candidate);
            }
        }
        if (tokens.isFirstOnLine(index)) {
            return new Outcome(messages.noStatement(index), soFar.skipping(index, statements.end(index)));
        }
        List<Edits> candidates = new ArrayList<>();
        candidates.add(soFar.skipping(index, index));
        candidates.add(soFar.skipping(index, statements.endOfHead(index)));
        return new Outcome(messages.notExpected(error, index), firstThatPasses(candidates, index, trial)
                .orElseGet(() -> soFar.skipping(index, statements.end(index))));
    }

    private Outcome insideStatement(FirstError error, int index, Edits soFar, Trial trial) {
        int before = Math.max(0, soFar.before(index));
        boolean onNextLine = error.problemOfValue().isEmpty() && tokens.isFirstOnLine(index);
        int anchor = onNextLine ? before : index;
        int begin = statements.begin(anchor);
        List<Edits> candidates = new ArrayList<>();
        if (!onNextLine) {
            if (!tokens.isOpener(index) && !tokens.isCloser(index)) {
                candidates.add(soFar.skipping(index, index));
            }
            if (before > begin && error.problemOfValue().isEmpty()) {
                candidates.add(soFar.skipping(before, before));
            }
            if (!tokens.isOpener(index) && !tokens.isCloser(index)) {
                candidates.add(soFar.skipping(index, statements.endOfHead(index)));
            }
        }
        candidates.add(soFar.skipping(begin, onNextLine ? before : statements.endOfHead(anchor)));
        Edits edits = firstThatPasses(candidates, anchor, trial)
                .orElseGet(() -> soFar.skipping(begin, Math.max(statements.end(begin), anchor)));
        return new Outcome(onNextLine ? messages.incomplete(error, before) : messages.notExpected(error, index), edits);
    }

    private Optional<Edits> firstThatPasses(List<Edits> candidates, int index, Trial trial) {
        int next = behindHead(index);
        int limit = next < tokens.size() ? tokens.get(next).getStartIndex() : Integer.MAX_VALUE;
        for (Edits candidate : candidates) {
            Optional<FirstError> left = trial.apply(candidate, limit);
            boolean passes = left.isEmpty() || left.get().index(tokens) > next
                    || left.get().index(tokens) == next && isBlockEnd(left.get());
            if (passes) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Where the parser has to get to: behind the head of the statement, into its block where it opens one. */
    private int behindHead(int index) {
        int next = tokens.isOpener(index) ? index : Math.min(statements.endOfHead(index) + 1, tokens.size());
        return tokens.isOpener(next) ? next + 1 : next;
    }

    /** Closes as many blocks as it takes until the token at {@code index} can stand where it does. */
    private Edits closeWhileNeeded(Edits edits, int index, Trial trial) {
        Edits closed = edits;
        int limit = index < tokens.size() ? tokens.get(index).getStartIndex() : Integer.MAX_VALUE;
        while (true) {
            Optional<FirstError> left = trial.apply(closed, limit);
            boolean stillOpen = left.isPresent() && left.get().index(tokens) == index
                    && left.get().expected() == vocabulary.keyword("}") && isBehindItsBlock(index);
            if (!stillOpen) {
                return closed;
            }
            closed = closed.closing(index, 1);
        }
    }

    /** Whether a block must have ended before the token at {@code index}, told by its word and its indentation. */
    private boolean isBehindItsBlock(int index) {
        if (index >= tokens.size() || Statements.ELEMENTS.contains(tokens.text(index)) && tokens.isFirstOnLine(index)) {
            return true;
        }
        boolean statement = tokens.isFirstOnLine(index) && Statements.MEMBERS.contains(tokens.text(index));
        Optional<Integer> brace = tokens.blockOf(index);
        return statement && brace.isPresent() && tokens.indentation(index) <= tokens.indentation(brace.get());
    }

    /** The last closing brace before {@code index} that is indented deeper than the block that it closes. */
    private Optional<Integer> earlyCloser(int index) {
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < Math.min(index, tokens.size()); i++) {
            int closer = tokens.isOpener(i) ? tokens.closerOf(i) : -1;
            if (closer > 0 && closer < index && tokens.isFirstOnLine(closer) && tokens.isCloser(closer)
                    && tokens.indentation(closer) > tokens.indentation(i)) {
                found = Optional.of(closer);
            }
        }
        return found;
    }

    /** The brace that was probably forgotten to close: the first whose block is left with less indentation than it began. */
    private int unclosedBrace(int index) {
        int firstCloser = index;
        int found = tokens.blockOf(index).orElse(0);
        for (int i = 0; i < Math.min(index, tokens.size()); i++) {
            int closer = tokens.isOpener(i) ? tokens.closerOf(i) : index;
            boolean outdented = closer < firstCloser && tokens.isCloser(closer) && tokens.isFirstOnLine(closer)
                    && tokens.indentation(closer) < tokens.indentation(i);
            if (outdented) {
                firstCloser = closer;
                found = i;
            }
        }
        return found;
    }
}
