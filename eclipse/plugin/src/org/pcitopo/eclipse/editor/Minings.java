package org.pcitopo.eclipse.editor;

import java.util.Optional;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.pcitopo.eclipse.documents.OpenDocument;

/** Renews what stands between the lines when another file, a setting or the server has changed. After edits the workbench does it. */
public final class Minings extends Repainted {

    @Override
    Optional<Runnable> ask(ITextViewer viewer, OpenDocument document) {
        return viewer instanceof ISourceViewerExtension5 source ? Optional.of(source::updateCodeMinings) : Optional.empty();
    }

    @Override
    public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
        // See above.
    }

    @Override
    public void reconcile(IRegion partition) {
        // See above.
    }
}
