package org.pcitopo.simulator.advise;

/**
 * One change of a text.
 *
 * @param from offset of the first character that goes
 * @param to offset behind the last one
 * @param replacement what comes in their place
 */
public record TextChange(int from, int to, String replacement) {

    /** The smallest change that makes {@code after} of {@code before}. */
    public static TextChange between(String before, String after) {
        int common = Math.min(before.length(), after.length());
        int head = 0;
        while (head < common && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < common - head && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextChange(head, before.length() - tail, after.substring(head, after.length() - tail));
    }

    /** The text afterwards. */
    public String applyTo(String text) {
        return text.substring(0, from) + replacement + text.substring(to);
    }
}
