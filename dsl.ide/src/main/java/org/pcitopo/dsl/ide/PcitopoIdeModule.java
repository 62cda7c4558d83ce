package org.pcitopo.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.CompletionPrefixProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;

/** What the editor services bind beside the generated ones. */
public final class PcitopoIdeModule extends AbstractPcitopoIdeModule {

    @Override
    public void configureContentAssistLexer(Binder binder) {
        binder.bind(Lexer.class).annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST)).to(ContentAssistLexer.class);
    }

    /** The generator takes a grammar with synthetic terminals for an indentation-aware one, which this is not. */
    @Override
    public Class<? extends CompletionPrefixProvider> bindCompletionPrefixProvider() {
        return CompletionPrefixProvider.class;
    }
}
