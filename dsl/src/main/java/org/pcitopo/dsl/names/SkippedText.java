package org.pcitopo.dsl.names;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;

/** What the parser left out of a file since it stands in statements with syntax errors. */
public final class SkippedText {

    private static final String TERMINAL = "SKIPPED";

    private SkippedText() {
    }

    /** Whether {@code word} stands somewhere in the text that was left out of the file of {@code context}. */
    public static boolean mentions(EObject context, String word) {
        IParseResult result = context.eResource() instanceof XtextResource resource ? resource.getParseResult() : null;
        if (result == null || !result.hasSyntaxErrors()) {
            return false;
        }
        for (ILeafNode leaf : result.getRootNode().getLeafNodes()) {
            boolean skipped = leaf.getGrammarElement() instanceof TerminalRule rule && rule.getName().equals(TERMINAL);
            if (skipped && leaf.getText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
