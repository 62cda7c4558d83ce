package org.pcitopo.dsl.tests;

import com.google.inject.Injector;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.pcitopo.dsl.PcitopoStandaloneSetup;
import org.pcitopo.dsl.model.PcitopoFile;

/** Text parsed, without linking. */
public record Parsed(PcitopoFile file, List<String> errors) {

    private static final Injector INJECTOR = new PcitopoStandaloneSetup().createInjectorAndDoEMFRegistration();

    /** Parses {@code text}; an error reads {@code line:column message}. */
    public static Parsed of(String text) {
        IParseResult result = INJECTOR.getInstance(IParser.class).parse(new StringReader(text));
        List<String> errors = new ArrayList<>();
        for (INode node : result.getSyntaxErrors()) {
            errors.add(node.getStartLine() + ": " + node.getSyntaxErrorMessage().getMessage() + " at '" + node.getText() + "'");
        }
        return new Parsed((PcitopoFile) result.getRootASTElement(), errors);
    }
}
