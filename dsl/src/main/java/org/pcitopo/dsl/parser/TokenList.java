package org.pcitopo.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.pcitopo.dsl.lexer.TokenVocabulary;

/**
 * The tokens of a text that mean something, with what their places say: lines, indentation, blocks. Indexes count these tokens
 * from 0; the end of the text has the index behind the last.
 */
final class TokenList {

    private final List<CommonToken> tokens = new ArrayList<>();
    private final List<Boolean> firstOnLine = new ArrayList<>();
    private final List<Integer> openBrace = new ArrayList<>();
    private final TokenVocabulary vocabulary;

    /** @param all every token of the text, hidden ones too */
    TokenList(List<CommonToken> all, TokenVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Deque<Integer> open = new ArrayDeque<>();
        int line = 0;
        for (CommonToken token : all) {
            if (vocabulary.isHidden(token.getType())) {
                continue;
            }
            if (isCloser(token) && !open.isEmpty()) {
                open.pop();
            }
            openBrace.add(open.isEmpty() ? -1 : open.peek());
            if (isOpener(token)) {
                open.push(tokens.size());
            }
            tokens.add(token);
            firstOnLine.add(token.getLine() != line);
            line = token.getLine() + newlinesIn(token);
        }
        openBrace.add(open.isEmpty() ? -1 : open.peek());
    }

    int size() {
        return tokens.size();
    }

    CommonToken get(int index) {
        return tokens.get(index);
    }

    String text(int index) {
        return index < size() ? tokens.get(index).getText() : "";
    }

    /** The index of the token that begins at {@code offset} or holds it, the end where none does. */
    int at(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).getStopIndex() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isFirstOnLine(int index) {
        return index >= size() || firstOnLine.get(index);
    }

    boolean isOpener(int index) {
        return index < size() && isOpener(tokens.get(index));
    }

    boolean isCloser(int index) {
        return index < size() && isCloser(tokens.get(index));
    }

    boolean isMalformed(int index) {
        return index < size() && tokens.get(index).getType() == vocabulary.terminal("MALFORMED");
    }

    boolean isKeyword(int index) {
        return index < size() && vocabulary.keywords().contains(text(index));
    }

    /** The brace that opens the block around the token at {@code index}, in the text as it is. */
    Optional<Integer> blockOf(int index) {
        int brace = openBrace.get(Math.min(index, size()));
        return brace < 0 ? Optional.empty() : Optional.of(brace);
    }

    /** Blanks before the first token of the line that holds {@code index}. */
    int indentation(int index) {
        int first = index;
        while (first > 0 && !isFirstOnLine(first)) {
            first--;
        }
        return tokens.get(first).getCharPositionInLine();
    }

    /** The white space that the line that holds {@code index} begins with. */
    String indent(int index) {
        String before = input().substring(lineStart(index), tokens.get(index).getStartIndex() - 1);
        return before.substring(0, before.length() - before.stripLeading().length());
    }

    /** Where the line begins that holds {@code index}. */
    int lineStart(int index) {
        return tokens.get(index).getStartIndex() - tokens.get(index).getCharPositionInLine();
    }

    /** Where the text ends. */
    int end() {
        return input().size();
    }

    /** Whether the text ends with the end of a line. */
    boolean endsLine() {
        return "\n\r".contains(input().substring(end() - 1, end() - 1));
    }

    private CharStream input() {
        return tokens.get(0).getInputStream();
    }

    /** The first token of the next line. */
    int nextLine(int index) {
        int next = Math.min(index + 1, size());
        while (next < size() && !isFirstOnLine(next)) {
            next++;
        }
        return next;
    }

    /** The last token of the block that the brace at {@code index} opens, or the last of all where it is never closed. */
    int closerOf(int index) {
        int depth = 0;
        for (int i = index; i < size(); i++) {
            depth += isOpener(i) ? 1 : isCloser(i) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return size() - 1;
    }

    /** Whether one block ends these tokens, and no quote or comment is left open in it that the text behind could close. */
    boolean isOneBlock() {
        int depth = 0;
        for (int i = 0; i < size(); i++) {
            depth += isOpener(i) ? 1 : isCloser(i) ? -1 : 0;
            boolean open = isMalformed(i) && (text(i).startsWith("/*") || "\"'".indexOf(text(i).charAt(0)) >= 0);
            if (open || depth < 0 || isCloser(i) && depth == 0 && i < size() - 1) {
                return false;
            }
        }
        return size() > 0 && isCloser(size() - 1) && depth == 0;
    }

    private boolean isOpener(CommonToken token) {
        return token.getType() == vocabulary.keyword("{");
    }

    private boolean isCloser(CommonToken token) {
        return token.getType() == vocabulary.keyword("}");
    }

    private static int newlinesIn(CommonToken token) {
        return (int) token.getText().chars().filter(c -> c == '\n').count();
    }
}
