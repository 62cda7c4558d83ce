package org.pcitopo.dsl.source;

/**
 * What makes one text of another.
 *
 * @param offset where the texts begin to differ
 * @param removed how many characters of the old text go
 * @param inserted how many characters of the new text come in their place
 */
public record TextChange(int offset, int removed, int inserted) {

    /** The smallest change that makes {@code after} of {@code before}. */
    public static TextChange between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextChange(start, before.length() - start - tail, after.length() - start - tail);
    }

    /** Offset in the old text behind what goes. */
    public int end() {
        return offset + removed;
    }

    /** How much longer the new text is. */
    public int growth() {
        return inserted - removed;
    }

    public boolean isNothing() {
        return removed == 0 && inserted == 0;
    }
}
