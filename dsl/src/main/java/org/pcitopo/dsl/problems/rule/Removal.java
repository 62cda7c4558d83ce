package org.pcitopo.dsl.problems.rule;

/** What has to go from a command line so that an option or an entry is gone and the rest still means the same. */
public final class Removal {

    private Removal() {
    }

    /** The change after which characters {@code from} to {@code to} (exclusive), one option or one entry, are gone. */
    public static CommandLineEdit of(String text, int from, int to) {
        if (to < text.length() && isSeparator(text.charAt(to))) {
            return new CommandLineEdit(from, to + 1, "");
        }
        if (from > 0 && isSeparator(text.charAt(from - 1))) {
            return new CommandLineEdit(from - 1, to, "");
        }
        return wholeOption(text, from, to);
    }

    /** The only entry takes its option with it, the only option its word. */
    private static CommandLineEdit wholeOption(String text, int from, int to) {
        int start = from;
        while (start > 0 && !isBlank(text.charAt(start - 1)) && text.charAt(start - 1) != ',') {
            start--;
        }
        String before = text.substring(start, from);
        int option = before.indexOf('=') + 1;
        boolean optionOfPci = before.startsWith("pci=") && before.length() > option;
        if (optionOfPci) {
            return of(text, start + option, to);
        }
        if (start > 0 && text.charAt(start - 1) == ',') {
            return of(text, start, to);
        }
        int end = to;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            while (start > 0 && isBlank(text.charAt(start - 1))) {
                start--;
            }
        }
        return new CommandLineEdit(start, end, "");
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
