package org.pcitopo.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.scoping.IGlobalScopeProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.pcitopo.dsl.lexer.PcitopoLexer;
import org.pcitopo.dsl.literals.PcitopoValueConverters;
import org.pcitopo.dsl.names.ElementDescriptions;
import org.pcitopo.dsl.names.ImportScopeProvider;
import org.pcitopo.dsl.names.PcitopoResource;
import org.pcitopo.dsl.names.PcitopoResourceSet;
import org.pcitopo.dsl.names.PcitopoScopeProvider;
import org.pcitopo.dsl.names.UnknownNames;
import org.pcitopo.dsl.parser.TolerantParser;

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

    @Override
    public Class<? extends IParser> bindIParser() {
        return TolerantParser.class;
    }

    @Override
    public Class<? extends IScopeProvider> bindIScopeProvider() {
        return PcitopoScopeProvider.class;
    }

    @Override
    public Class<? extends IGlobalScopeProvider> bindIGlobalScopeProvider() {
        return ImportScopeProvider.class;
    }

    public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
        return ElementDescriptions.class;
    }

    @Override
    public Class<? extends XtextResource> bindXtextResource() {
        return PcitopoResource.class;
    }

    @Override
    public Class<? extends XtextResourceSet> bindXtextResourceSet() {
        return PcitopoResourceSet.class;
    }

    public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider$Extended() {
        return UnknownNames.class;
    }
}
