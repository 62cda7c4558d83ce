package org.pcitopo.dsl.ide;

import com.google.inject.Inject;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.Token;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.pcitopo.dsl.lexer.TokenFeed;
import org.pcitopo.dsl.lexer.TokenVocabulary;

/**
 * Gives the content assist parser the tokens of the language's scanner. Both generated parsers number their tokens alike (a
 * test holds them to it).
 */
final class ContentAssistLexer extends Lexer {

    private final TokenVocabulary vocabulary;
    private TokenFeed feed;

    @Inject
    ContentAssistLexer(ITokenDefProvider definitions) {
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

    @Override
    public void mTokens() {
        throw new UnsupportedOperationException("tokens come from the scanner");
    }
}
