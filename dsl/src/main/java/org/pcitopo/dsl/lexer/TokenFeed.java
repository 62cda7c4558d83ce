package org.pcitopo.dsl.lexer;

import java.util.Optional;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/** Turns scanned tokens into ANTLR's. */
public final class TokenFeed {

    private final CharStream stream;
    private final TokenVocabulary vocabulary;
    private final String text;
    private final TokenScanner scanner;
    private int line = 1;
    private int lineStart;

    /** Scans all of {@code stream}. */
    public TokenFeed(CharStream stream, TokenVocabulary vocabulary) {
        this.stream = stream;
        this.vocabulary = vocabulary;
        text = stream.size() == 0 ? "" : stream.substring(0, stream.size() - 1);
        scanner = new TokenScanner(text, vocabulary.keywords());
    }

    /** The next token, empty at the end of the text. */
    public Optional<CommonToken> next() {
        if (!scanner.next()) {
            return Optional.empty();
        }
        CommonToken token = new CommonToken(stream, vocabulary.typeOf(scanner), Token.DEFAULT_CHANNEL, scanner.start(),
                scanner.end() - 1);
        token.setLine(line);
        token.setCharPositionInLine(scanner.start() - lineStart);
        countLines();
        return Optional.of(token);
    }

    private void countLines() {
        for (int at = scanner.start(); at < scanner.end(); at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }
}
