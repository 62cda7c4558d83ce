package org.pcitopo.dsl.parser;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.IntStream;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.pcitopo.dsl.parser.antlr.internal.InternalPcitopoParser;
import org.pcitopo.dsl.services.PcitopoGrammarAccess;

/** The generated parser, but it ends with {@link FirstError} instead of recovering. */
final class StrictParser extends InternalPcitopoParser {

    StrictParser(TokenStream input, PcitopoGrammarAccess grammar) {
        super(input, grammar);
    }

    @Override
    public void reportError(RecognitionException error) {
        throw firstError(error);
    }

    @Override
    public void recover(IntStream input, RecognitionException error) {
        throw firstError(error);
    }

    @Override
    protected void handleValueConverterException(ValueConverterException problem) {
        int offset = problem.getNode() == null ? getLastLeafNode().getOffset() : problem.getNode().getOffset();
        throw FirstError.value(offset, problem.getMessage());
    }

    private static FirstError firstError(RecognitionException error) {
        int expected = error instanceof MismatchedTokenException mismatch ? mismatch.expecting : 0;
        boolean atEnd = error.token == null || error.token.getType() == Token.EOF;
        return atEnd ? FirstError.atEnd(expected) : FirstError.unexpected(((CommonToken) error.token).getStartIndex(), expected);
    }
}
