package org.pcitopo.dsl.names;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/** A file of the language, linked when its names are first asked for. */
public final class PcitopoResource extends LazyLinkingResource {

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
