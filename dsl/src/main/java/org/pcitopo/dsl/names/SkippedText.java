package org.pcitopo.dsl.names;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;

/** What the parser left out of a file since it stands in statements with syntax errors. */
public final class SkippedText {

    private static final String TERMINAL = "SKIPPED";

    private SkippedText() {
    }

    /** The words that stand somewhere in the text that was left out of {@code resource}. */
    public static Set<String> wordsOf(Resource resource) {
        Set<String> words = new HashSet<>();
        IParseResult result = resource instanceof XtextResource parsed ? parsed.getParseResult() : null;
        if (result != null && result.hasSyntaxErrors()) {
            for (ILeafNode leaf : result.getRootNode().getLeafNodes()) {
                if (leaf.getGrammarElement() instanceof TerminalRule rule && rule.getName().equals(TERMINAL)) {
                    words.add(leaf.getText());
                }
            }
        }
        return words;
    }
}
