package org.pcitopo.dsl.parser.antlr;

import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;

/** What the generated parser reads; the lexer's tokens as they are. */
final class PcitopoTokenSource implements TokenSource {

    private final TokenSource lexer;

    PcitopoTokenSource(TokenSource lexer) {
        this.lexer = lexer;
    }

    @Override
    public Token nextToken() {
        return lexer.nextToken();
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }
}
