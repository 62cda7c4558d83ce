package org.pcitopo.dsl.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.lexer.TokenScanner;

/**
 * A token or a comment, with what the author put before it.
 *
 * @param text as written, without the line end of a comment
 * @param kind what it is
 * @param newlinesBefore line ends between it and the piece before
 * @param opensLines for an opening brace, whether its block runs over lines; for a closing one, whether the block that it closes does
 */
record Piece(String text, Kind kind, int newlinesBefore, boolean opensLines) {

    enum Kind {
        KEYWORD, LITERAL, STRING, LINE_COMMENT, BLOCK_COMMENT
    }

    boolean is(String keyword) {
        return kind == Kind.KEYWORD && text.equals(keyword);
    }

    boolean isComment() {
        return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    static List<Piece> of(String source, Set<String> keywords) {
        List<Piece> pieces = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(source, keywords);
        int newlines = 0;
        while (scanner.next()) {
            String text = scanner.token();
            if (scanner.is(TokenScanner.WHITE_SPACE)) {
                newlines += count(text);
                continue;
            }
            Kind kind = kindOf(scanner);
            pieces.add(new Piece(kind == Kind.LINE_COMMENT ? text.stripTrailing() : text, kind, newlines, false));
            newlines = kind == Kind.LINE_COMMENT ? count(text) : 0;
        }
        return withBlocks(pieces);
    }

    private static Kind kindOf(TokenScanner scanner) {
        if (scanner.isKeyword()) {
            return Kind.KEYWORD;
        }
        return switch (scanner.terminal()) {
            case TokenScanner.LINE_COMMENT -> Kind.LINE_COMMENT;
            case TokenScanner.BLOCK_COMMENT -> Kind.BLOCK_COMMENT;
            case TokenScanner.STRING -> Kind.STRING;
            default -> Kind.LITERAL;
        };
    }

    private static List<Piece> withBlocks(List<Piece> pieces) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).is("{")) {
                open.push(i);
            } else if (pieces.get(i).is("}") && !open.isEmpty()) {
                int opener = open.pop();
                boolean overLines = pieces.subList(opener + 1, i + 1).stream().anyMatch(piece -> piece.newlinesBefore() > 0);
                pieces.set(opener, pieces.get(opener).withLines(overLines));
                pieces.set(i, pieces.get(i).withLines(overLines));
            }
        }
        open.forEach(opener -> pieces.set(opener, pieces.get(opener).withLines(true)));
        return pieces;
    }

    private Piece withLines(boolean overLines) {
        return new Piece(text, kind, newlinesBefore, overLines);
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
