package org.pcitopo.dsl.problems.rule;

/** What has to go from a command line so that an option or an entry is gone and the rest still means the same. */
public final class Removal {

    private Removal() {
    }

    /** The change after which characters {@code from} to {@code to} (exclusive), one option or one entry, are gone. */
    public static CommandLineEdit of(String text, int from, int to) {
        if (is(text, to, ';')) {
            return new CommandLineEdit(from, to + 1, "");
        }
        if (is(text, from - 1, ';')) {
            return new CommandLineEdit(from - 1, to, "");
        }
        // The only entry of a list takes its option with it.
        return option(text, startOfOption(text, from), to);
    }

    private static int startOfOption(String text, int from) {
        int start = from;
        while (start > 0 && !isBlank(text.charAt(start - 1)) && text.charAt(start - 1) != ',' && !endsWithPci(text, start)) {
            start--;
        }
        return start;
    }

    private static boolean endsWithPci(String text, int end) {
        boolean pci = text.startsWith("pci=", end - "pci=".length());
        return pci && (end == "pci=".length() || isBlank(text.charAt(end - "pci=".length() - 1)));
    }

    private static CommandLineEdit option(String text, int from, int to) {
        if (is(text, to, ',')) {
            return new CommandLineEdit(from, to + 1, "");
        }
        return is(text, from - 1, ',') ? new CommandLineEdit(from - 1, to, "") : word(text, from, to);
    }

    /** The only option takes its word with it, and the blanks on one side. */
    private static CommandLineEdit word(String text, int from, int to) {
        int start = from;
        while (start > 0 && !isBlank(text.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        while (end == text.length() && start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        return new CommandLineEdit(start, end, "");
    }

    private static boolean is(String text, int position, char wanted) {
        return position >= 0 && position < text.length() && text.charAt(position) == wanted;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
