package org.pcitopo.dsl.ide.completion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pcitopo.dsl.lexer.TokenScanner;

/**
 * Where the cursor is, told by tokens, so that it works in a file that cannot be parsed.
 *
 * @param from offset of the word that is being written; the cursor where there is none
 * @param prefix the part of that word before the cursor
 * @param blocks the heads of the blocks around the cursor, the outermost first, each a text
 * @param statement what stands in the innermost block before the word, from where the last inner block ended
 * @param string the string or comment that the cursor is in
 * @param comment whether the cursor is in a comment
 */
record Context(int from, String prefix, List<String> blocks, String statement, Optional<OpenString> string, boolean comment) {

    /** Statements this far back in a block no longer say what may follow. */
    private static final int MOST_TOKENS = 40;
    private static final Pattern BEGUN = Pattern.compile("(\\p{XDigit}{2}|\\p{XDigit}{4,8}):[\\p{XDigit}:.]*");

    /**
     * A string, or a comment, with the cursor in it.
     *
     * @param from offset of the first character behind the quote; of a comment, its first character
     * @param before its characters before the cursor
     */
    record OpenString(int from, String before) {
    }

    /** The context of {@code offset} in {@code text}. */
    static Context at(String text, int offset, Set<String> keywords) {
        Deque<List<String>> open = new ArrayDeque<>();
        List<String> tokens = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text, keywords);
        int begun = begunValue(text, offset);
        while (scanner.next() && scanner.start() < offset) {
            if (scanner.is(TokenScanner.WHITE_SPACE)) {
                continue;
            }
            String token = scanner.token();
            boolean atCursor = scanner.end() >= offset;
            boolean quoted = token.startsWith("\"") || token.startsWith("'");
            boolean inside = scanner.end() > offset || !scanner.is(TokenScanner.STRING);
            if (atCursor && quoted && inside) {
                return new Context(offset, "", heads, join(tokens), Optional.of(new OpenString(scanner.start() + 1,
                        text.substring(scanner.start() + 1, offset))), false);
            }
            if (scanner.is(TokenScanner.LINE_COMMENT) || scanner.is(TokenScanner.BLOCK_COMMENT)) {
                if (scanner.end() > offset || atCursor && !token.endsWith("*/") && !token.endsWith("\n")) {
                    return new Context(offset, "", heads, join(tokens),
                            Optional.of(new OpenString(scanner.start(), text.substring(scanner.start(), offset))), true);
                }
            } else if (scanner.start() >= begun) {
                continue;
            } else if (atCursor && isWord(token)) {
                return new Context(scanner.start(), text.substring(scanner.start(), offset), heads, join(tokens), Optional.empty(), false);
            } else if (scanner.isKeyword() && token.equals("{")) {
                heads.add(head(tokens));
                open.push(tokens);
                tokens = new ArrayList<>();
            } else if (scanner.isKeyword() && token.equals("}")) {
                if (!heads.isEmpty()) {
                    heads.remove(heads.size() - 1);
                    open.pop();
                }
                tokens = new ArrayList<>();
            } else {
                tokens.add(token);
            }
        }
        return new Context(begun, text.substring(begun, offset), heads, join(tokens), Optional.empty(), false);
    }

    /** Where an id or address begins that is not complete, {@code 144d:} or {@code 0000:01:}, several tokens still; else {@code offset}. */
    private static int begunValue(String text, int offset) {
        int from = offset;
        while (from > 0 && "0123456789abcdefABCDEF:.".indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        boolean apart = from == 0 || Character.isWhitespace(text.charAt(from - 1)) || text.charAt(from - 1) == '{';
        return apart && BEGUN.matcher(text.substring(from, offset)).matches() ? from : offset;
    }

    /** All that a parser needs to know: blocks with nothing in them but the way to the cursor. */
    String outline() {
        StringBuilder text = new StringBuilder();
        blocks.forEach(head -> text.append(head).append(" {\n"));
        return text.append(statement).append(' ').toString();
    }

    /** The last word before the one that is being written; empty at the beginning of a block. */
    String lastWord() {
        int blank = statement.lastIndexOf(' ');
        return blank < 0 ? statement : statement.substring(blank + 1);
    }

    /** The head of the innermost block around the cursor that begins with {@code keyword}. */
    Optional<String> block(String keyword) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).startsWith(keyword + " ")) {
                return Optional.of(blocks.get(i));
            }
        }
        return Optional.empty();
    }

    /** The name of the innermost block around the cursor that begins with {@code keyword}, without the sign that lets keywords be names. */
    Optional<String> name(String keyword) {
        return block(keyword).map(head -> head.split(" ")).filter(words -> words.length > 1).map(words -> words[1].replaceFirst("^\\^", ""));
    }

    /** The head of the innermost block around the cursor; empty outside of all. */
    String innermost() {
        return blocks.isEmpty() ? "" : blocks.get(blocks.size() - 1);
    }

    private static boolean isWord(String token) {
        return Character.isLetterOrDigit(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == '^';
    }

    /** The head of a block: from the last word that begins one. */
    private static String head(List<String> tokens) {
        Set<String> beginnings = Set.of("platform", "device-type", "host", "host-bridge", "bridge", "device", "boot", "e820", "sr-iov",
                "iommu-group", "plug");
        for (int i = tokens.size() - 1; i >= 0; i--) {
            boolean passedOn = i > 0 && (tokens.get(i - 1).equals("^") || tokens.get(i).equals("bridge") && tokens.size() > i + 1
                    && tokens.get(i + 1).equals("window"));
            if (beginnings.contains(tokens.get(i)) && !passedOn) {
                return String.join(" ", tokens.subList(i, tokens.size()));
            }
        }
        return String.join(" ", tokens);
    }

    private static String join(List<String> tokens) {
        return String.join(" ", tokens.subList(Math.max(0, tokens.size() - MOST_TOKENS), tokens.size()));
    }
}
