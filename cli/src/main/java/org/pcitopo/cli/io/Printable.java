package org.pcitopo.cli.io;

/** Text from files and messages, made safe for a terminal: characters that would steer it become dots. */
public final class Printable {

    private static final int TAB = 4;

    private Printable() {
    }

    /** {@code text} on one line: line ends and the blanks around them become one blank. */
    public static String line(String text) {
        return piece(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** A piece of a line with tabs as four blanks. */
    public static String piece(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                result.append(" ".repeat(TAB));
            } else {
                result.append(Character.isISOControl(c) ? '.' : c);
            }
        }
        return result.toString();
    }
}
