package org.pcitopo.simulator.cmdline;

/**
 * A piece of a text and where it stands there.
 *
 * @param offset characters from the beginning of the whole text
 * @param text the characters themselves; may be empty
 */
public record Token(int offset, String text) {

    /** Number of characters. */
    public int length() {
        return text.length();
    }

    /** The offset behind the last character. */
    public int end() {
        return offset + text.length();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The part from {@code from} to before {@code to}, counted from this token's beginning. */
    Token part(int from, int to) {
        return new Token(offset + from, text.substring(from, to));
    }

    /** The part from {@code from}, counted from this token's beginning, to the end. */
    Token part(int from) {
        return part(from, text.length());
    }
}
