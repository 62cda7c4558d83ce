package org.pcitopo.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.pcitopo.dsl.lexer.PcitopoLexer;
import org.pcitopo.dsl.literals.PcitopoValueConverters;

/** What the language binds beside the generated services. */
public final class PcitopoRuntimeModule extends AbstractPcitopoRuntimeModule {

    @Override
    public void configureRuntimeLexer(Binder binder) {
        binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(PcitopoLexer.class);
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return PcitopoValueConverters.class;
    }
}
