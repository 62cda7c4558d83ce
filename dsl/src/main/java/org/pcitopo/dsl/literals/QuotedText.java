package org.pcitopo.dsl.literals;

/**
 * Text between quotes. A backslash takes the quote's or another backslash's meaning away and is an ordinary character anywhere
 * else, so that a kernel command line can be pasted as it is. A string may run over several lines.
 *
 * @param value the text meant
 * @param offsets for each character of {@code value}, and for its end, the offset in the literal, its quotes included
 */
public record QuotedText(String value, int[] offsets) {

    /** Reads a literal with its quotes. */
    public static QuotedText parse(String literal) {
        StringBuilder value = new StringBuilder(literal.length());
        int[] offsets = new int[literal.length() + 1];
        int end = literal.length() - 1;
        int at = 1;
        while (at < end) {
            char c = literal.charAt(at);
            boolean escape = c == '\\' && at + 1 < end && isSpecial(literal.charAt(at + 1));
            offsets[value.length()] = at;
            value.append(escape ? literal.charAt(at + 1) : c);
            at += escape ? 2 : 1;
        }
        offsets[value.length()] = end;
        return new QuotedText(value.toString(), java.util.Arrays.copyOf(offsets, value.length() + 1));
    }

    /** The literal, in double quotes, that means {@code value}. */
    public static String write(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isSpecial(char c) {
        return c == '"' || c == '\'' || c == '\\';
    }
}
