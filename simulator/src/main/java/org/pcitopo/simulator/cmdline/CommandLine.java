package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a kernel command line, as the kernel's generic parameter parser cuts them: at blanks and line ends outside
 * double quotes. Quotes around a whole word or around a whole value are dropped; other quotes stay (behaviour specification
 * 1.1).
 *
 * @param text the text of {@code /proc/cmdline}
 * @param words in order
 */
public record CommandLine(String text, List<CommandLineWord> words) {

    public CommandLine {
        words = List.copyOf(words);
    }

    /** Reads any text; there is no wrong one. */
    public static CommandLine of(String text) {
        List<CommandLineWord> words = new ArrayList<>();
        boolean forInit = false;
        int position = 0;
        while (position < text.length()) {
            if (isBlank(text.charAt(position))) {
                position++;
                continue;
            }
            int end = endOfWord(text, position);
            CommandLineWord word = word(new Token(position, text.substring(position, end)), forInit);
            words.add(word);
            forInit |= word.text().text().equals("--");
            position = end;
        }
        return new CommandLine(text, words);
    }

    /** The values that the kernel reads for {@code parameter}, in order; dashes and underscores are equal in names. */
    public List<Token> valuesOf(String parameter) {
        return words.stream().filter(word -> !word.forInit() && word.isNamed(parameter))
                .flatMap(word -> word.value().stream()).toList();
    }

    /** The kernel's idea of a blank: also the vertical tab and the no-break space. */
    static boolean isBlank(char character) {
        return character == ' ' || character >= '\t' && character <= '\r' || character == 0xa0;
    }

    private static int endOfWord(String text, int start) {
        boolean quoted = false;
        int position = start;
        while (position < text.length() && (quoted || !isBlank(text.charAt(position)))) {
            quoted ^= text.charAt(position) == '"';
            position++;
        }
        return position;
    }

    private static CommandLineWord word(Token whole, boolean forInit) {
        String text = whole.text();
        boolean closed = text.chars().filter(character -> character == '"').count() % 2 == 0;
        int from = text.startsWith("\"") ? 1 : 0;
        int to = text.length();
        // An equals sign that opens the word is part of the name.
        int equals = text.indexOf('=', from + 1);
        if (equals < 0) {
            return new CommandLineWord(whole, whole.part(from, withoutQuote(text, from, to, from == 1)), Optional.empty(),
                    forInit, closed);
        }
        int valueFrom = equals + 1;
        boolean quotedValue = valueFrom < to && text.charAt(valueFrom) == '"';
        if (quotedValue) {
            valueFrom++;
            to = withoutQuote(text, valueFrom, to, true);
        }
        to = withoutQuote(text, valueFrom, to, from == 1 && to == text.length());
        return new CommandLineWord(whole, whole.part(from, equals), Optional.of(whole.part(valueFrom, to)), forInit, closed);
    }

    private static int withoutQuote(String text, int from, int to, boolean wanted) {
        return wanted && to > from && text.charAt(to - 1) == '"' ? to - 1 : to;
    }
}
