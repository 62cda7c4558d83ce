package org.pcitopo.dsl.parser;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.XtextTokenStream;

/** A token stream that ends parsing once a certain place has been passed without an error. */
final class BoundedTokenStream extends XtextTokenStream {

    private final int limit;

    /** @param limit offset in the text; {@link Integer#MAX_VALUE} to parse to the end */
    BoundedTokenStream(TokenSource source, ITokenDefProvider definitions, int limit) {
        super(source, definitions);
        this.limit = limit;
    }

    @Override
    public void consume() {
        Token token = LT(1);
        if (token instanceof CommonToken common && common.getStartIndex() > limit) {
            throw new Passed();
        }
        super.consume();
    }

    /** Says that no error lies before the limit. */
    static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Passed() {
            super(null, null, false, false);
        }
    }
}
