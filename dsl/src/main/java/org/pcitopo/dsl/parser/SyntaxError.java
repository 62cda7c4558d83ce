package org.pcitopo.dsl.parser;

import java.util.Optional;

/**
 * One syntax error.
 *
 * @param offset where it begins
 * @param length of the text at fault
 * @param message what is wrong
 * @param mend what takes it out of the text, where that is known
 */
record SyntaxError(int offset, int length, String message, Optional<Mend> mend) {

    /** Mended by {@code text} at {@code at}, an offset in the whole text. */
    SyntaxError mendedByInserting(String text, int at, String title) {
        return new SyntaxError(offset, length, message, Optional.of(new Mend(title, at - offset, 0, text)));
    }

    /** Mended by {@code word}, where there is one, instead of the text at fault. */
    SyntaxError mendedByWriting(Optional<String> word) {
        return new SyntaxError(offset, length, message, word.map(meant -> new Mend("write " + meant, 0, length, meant)));
    }
}
