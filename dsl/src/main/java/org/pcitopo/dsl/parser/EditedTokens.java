package org.pcitopo.dsl.parser;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.pcitopo.dsl.lexer.TokenVocabulary;

/** Feeds a parser with tokens after {@link Edits}: what is left out becomes hidden, and stays in the node model. */
final class EditedTokens implements TokenSource {

    private final Iterator<CommonToken> tokens;

    EditedTokens(List<CommonToken> all, Edits edits, TokenVocabulary vocabulary) {
        List<CommonToken> edited = new ArrayList<>(all.size());
        int index = 0;
        for (CommonToken token : all) {
            boolean hidden = vocabulary.isHidden(token.getType());
            if (!hidden) {
                close(edited, edits.closersBefore(index), token.getStartIndex(), token, vocabulary);
            }
            boolean skipped = !hidden && edits.isSkipped(index);
            edited.add(skipped ? retyped(token, vocabulary.terminal("SKIPPED")) : token);
            index += hidden ? 0 : 1;
        }
        if (!all.isEmpty()) {
            CommonToken last = all.get(all.size() - 1);
            close(edited, edits.closersBefore(index), last.getStopIndex() + 1, last, vocabulary);
        }
        tokens = edited.iterator();
    }

    private static CommonToken retyped(CommonToken token, int type) {
        CommonToken copy = new CommonToken(token);
        copy.setType(type);
        return copy;
    }

    private static void close(List<CommonToken> edited, int count, int offset, CommonToken model, TokenVocabulary vocabulary) {
        for (int i = 0; i < count; i++) {
            CommonToken closer = new CommonToken(model);
            closer.setType(vocabulary.keyword("}"));
            closer.setText("");
            closer.setStartIndex(offset);
            closer.setStopIndex(offset - 1);
            edited.add(closer);
        }
    }

    @Override
    public Token nextToken() {
        return tokens.hasNext() ? tokens.next() : Token.EOF_TOKEN;
    }

    @Override
    public String getSourceName() {
        return "";
    }
}
