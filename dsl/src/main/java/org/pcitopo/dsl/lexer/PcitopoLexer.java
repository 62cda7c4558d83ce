package org.pcitopo.dsl.lexer;

import com.google.inject.Inject;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.Token;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;

/** Gives the parser the tokens of {@link TokenScanner}. */
public final class PcitopoLexer extends Lexer {

    private final TokenVocabulary vocabulary;
    private TokenFeed feed;

    @Inject
    public PcitopoLexer(ITokenDefProvider definitions) {
        vocabulary = new TokenVocabulary(definitions.getTokenDefMap());
    }

    @Override
    public void setCharStream(CharStream stream) {
        super.setCharStream(stream);
        feed = new TokenFeed(stream, vocabulary);
    }

    @Override
    public Token nextToken() {
        return feed.next().map(token -> (Token) token).orElse(Token.EOF_TOKEN);
    }

    /** What the numbers of its tokens mean. */
    public TokenVocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public void mTokens() {
        throw new UnsupportedOperationException("tokens come from the scanner");
    }
}
