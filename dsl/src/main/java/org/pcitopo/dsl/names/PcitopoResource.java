package org.pcitopo.dsl.names;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;
import org.pcitopo.dsl.parser.StatementParser;
import org.pcitopo.dsl.parser.TolerantParser;
import org.pcitopo.dsl.source.TextChange;

/** A file of the language, linked when its names are first asked for. */
public final class PcitopoResource extends LazyLinkingResource {

    /**
     * Changes the model as a change of the text demands: one statement of it is made anew, all others stay the objects that they are.
     * All names are resolved afterwards.
     *
     * @param change what makes {@code text} of the text before
     * @return the statement that went and the one in its place; empty, and nothing is changed, where all of the text has to be read
     */
    public Optional<StatementParser.Replacement> change(TextChange change, String text) {
        Optional<StatementParser.Replacement> replaced =
                new StatementParser((TolerantParser) getParser()).parse(getParseResult(), change, text);
        replaced.ifPresent(replacement -> {
            EcoreUtil.replace(replacement.before(), replacement.after());
            setParseResult(replacement.result());
            getCache().clear(this);
            relink();
            EcoreUtil.resolveAll(this);
        });
        return replaced;
    }

    /**
     * Forgets what was said of a name that has become known. Told by its place: the inherited way makes the message again to
     * compare it, which takes long, and is done for every name in a file that has any error.
     */
    @Override
    protected void removeDiagnostic(Triple<EObject, EReference, INode> link) {
        int offset = link.getThird().getOffset();
        getErrors().removeIf(error -> error instanceof XtextLinkingDiagnostic && ((AbstractDiagnostic) error).getOffset() == offset);
    }
}
