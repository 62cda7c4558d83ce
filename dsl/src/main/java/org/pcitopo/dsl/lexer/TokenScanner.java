package org.pcitopo.dsl.lexer;

import java.util.Set;

/**
 * Cuts text into tokens, one after the other, without gaps.
 *
 * <p>A token is white space, a comment, a string, one punctuation character, or the longest run of word characters. The whole of
 * such a run is a keyword, or has one {@link TokenShape}, or is {@link #MALFORMED}: {@code 01:00.8} is one wrong token, not three
 * right ones.
 */
public final class TokenScanner {

    /** Names of the terminals that are no {@link TokenShape}. */
    public static final String WHITE_SPACE = "WS";
    public static final String LINE_COMMENT = "SL_COMMENT";
    public static final String BLOCK_COMMENT = "ML_COMMENT";
    public static final String STRING = "STRING";
    public static final String MALFORMED = "MALFORMED";

    /** A line that starts so inside a string over several lines shows that the string was never closed. */
    private static final Set<String> NEVER_IN_A_COMMAND_LINE = Set.of("platform", "device-type", "host", "host-bridge", "boot",
            "expect", "command-line", "then", "}");

    private final String text;
    private final Set<String> keywords;
    private int start;
    private int end;
    /** Empty for a run of word characters whose shape nobody has asked for yet. */
    private String terminal = "";
    private boolean keyword;

    /** Scans {@code text}; whatever is in {@code keywords} is one, punctuation included. */
    public TokenScanner(String text, Set<String> keywords) {
        this.text = text;
        this.keywords = keywords;
    }

    /** Moves to the next token; false at the end of the text. */
    public boolean next() {
        start = end;
        keyword = false;
        if (start >= text.length()) {
            return false;
        }
        char first = text.charAt(start);
        if (isBlank(first)) {
            takeWhile(TokenScanner::isBlank);
            terminal = WHITE_SPACE;
        } else if (text.startsWith("//", start)) {
            lineComment();
        } else if (text.startsWith("/*", start)) {
            blockComment();
        } else if (first == '"' || first == '\'') {
            string(first);
        } else if (isWordStart(first)) {
            word();
        } else {
            punctuation();
        }
        return true;
    }

    /** Offset of the token's first character. */
    public int start() {
        return start;
    }

    /** Offset behind the token's last character. */
    public int end() {
        return end;
    }

    /** The token's terminal, meaningless for a keyword. */
    public String terminal() {
        if (terminal.isEmpty()) {
            terminal = shape(token());
        }
        return terminal;
    }

    /** Whether the token has {@code kind}, a terminal that is no {@link TokenShape}; takes no look at the shapes of words. */
    public boolean is(String kind) {
        return !keyword && terminal.equals(kind);
    }

    /** Whether the token is a keyword or punctuation that the grammar knows. */
    public boolean isKeyword() {
        return keyword;
    }

    /** The token's text. */
    public String token() {
        return text.substring(start, end);
    }

    private void lineComment() {
        int newline = text.indexOf('\n', start);
        end = newline < 0 ? text.length() : newline + 1;
        terminal = LINE_COMMENT;
    }

    private void blockComment() {
        int close = text.indexOf("*/", start + 2);
        end = close < 0 ? text.length() : close + 2;
        terminal = close < 0 ? MALFORMED : BLOCK_COMMENT;
    }

    private void string(char quote) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escape ? 2 : 1;
        }
        boolean closed = at < text.length();
        int newline = text.indexOf('\n', start);
        boolean overLines = newline >= 0 && newline < at;
        if (!closed || overLines && swallowedStatements(newline, at)) {
            end = newline < 0 ? text.length() : endOfLineBefore(newline);
            terminal = MALFORMED;
        } else {
            end = at + 1;
            terminal = STRING;
        }
    }

    private int endOfLineBefore(int newline) {
        return text.charAt(newline - 1) == '\r' && newline - 1 > start ? newline - 1 : newline;
    }

    private boolean swallowedStatements(int firstNewline, int close) {
        for (int line = firstNewline + 1; line > 0 && line < close; line = text.indexOf('\n', line) + 1) {
            int from = line;
            while (from < close && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            int to = from;
            while (to < close && !isBlank(text.charAt(to))) {
                to++;
            }
            if (NEVER_IN_A_COMMAND_LINE.contains(text.substring(from, to))) {
                return true;
            }
        }
        return false;
    }

    private void word() {
        takeWhile(TokenScanner::isWordPart);
        while (text.charAt(end - 1) == ':') {
            end--;
        }
        int colon = start + 1;
        while (colon < end && text.charAt(colon) != ':') {
            colon++;
        }
        if (colon < end && !isHex(start, colon)) {
            end = colon;
        }
        keyword = keywords.contains(token());
        terminal = "";
    }

    private static String shape(String run) {
        for (TokenShape shape : TokenShape.candidates(run, run.indexOf(':') > 0)) {
            if (shape.fits(run)) {
                return shape.name();
            }
        }
        return MALFORMED;
    }

    private void punctuation() {
        int codePoint = text.codePointAt(start);
        end = start + Character.charCount(codePoint);
        keyword = keywords.contains(token());
        terminal = MALFORMED;
    }

    private void takeWhile(java.util.function.IntPredicate belongs) {
        end = start;
        while (end < text.length() && belongs.test(text.charAt(end))) {
            end++;
        }
    }

    private boolean isHex(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0xfeff || c == 0xa0;
    }

    private static boolean isWordStart(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '^';
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c) || c == '-' || c == '.' || c == ':' || c == '+' || c == '~' || c > 0x7f && Character.isLetter(c);
    }
}
