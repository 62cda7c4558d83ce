package org.pcitopo.eclipse.documents;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;

/** Wakes the plug-in when the first topology opens: {@link OpenDocuments} follows all texts from then on. */
public final class DocumentSetup implements IDocumentSetupParticipant {

    @Override
    public void setup(IDocument document) {
        // That this class is loaded has started the plug-in.
    }
}
