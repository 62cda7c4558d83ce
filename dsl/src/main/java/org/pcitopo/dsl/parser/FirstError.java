package org.pcitopo.dsl.parser;

import java.util.Optional;

/** Ends parsing at the first error. */
final class FirstError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final boolean atEnd;
    private final int expected;
    private final String problemOfValue;

    private FirstError(int offset, boolean atEnd, int expected, String problemOfValue) {
        super(null, null, false, false);
        this.offset = offset;
        this.atEnd = atEnd;
        this.expected = expected;
        this.problemOfValue = problemOfValue;
    }

    /** A token, beginning at {@code offset}, that cannot stand where it does; {@code expected} could, 0 where that is not known. */
    static FirstError unexpected(int offset, int expected) {
        return new FirstError(offset, false, expected, null);
    }

    /** The text ends where it must not. */
    static FirstError atEnd(int expected) {
        return new FirstError(0, true, expected, null);
    }

    /** A token, beginning at {@code offset}, whose value cannot be. */
    static FirstError value(int offset, String problem) {
        return new FirstError(offset, false, 0, problem);
    }

    /** The index of the token at fault. */
    int index(TokenList tokens) {
        return atEnd ? tokens.size() : tokens.at(offset);
    }

    /** The number of the token that could stand there, -1 for the end of the text, 0 where it is not known. */
    int expected() {
        return expected;
    }

    /** What is wrong with the value of the token, where that is the error. */
    Optional<String> problemOfValue() {
        return Optional.ofNullable(problemOfValue);
    }
}
