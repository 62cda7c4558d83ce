package org.pcitopo.dsl.service;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.pcitopo.dsl.lowering.Changes;
import org.pcitopo.dsl.lowering.Lowered;
import org.pcitopo.dsl.lowering.LoweringMemo;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.PcitopoResource;
import org.pcitopo.dsl.source.TextChange;

/**
 * A text that somebody edits: read once, then changed where the text changes. All that has not changed stays the same objects, so
 * that what was found out about them is still true. Documents handed out earlier show the newest model and are of no use any more.
 * Not thread-safe.
 */
public final class LiveDocument {

    private final PcitopoResource resource;
    private final PcitopoFile model;
    private final LoweringMemo lowering = new LoweringMemo();
    private Document document;

    /** A text that has just been loaded into {@code resource}. */
    public LiveDocument(PcitopoResource resource, String text) {
        this.resource = resource;
        this.model = (PcitopoFile) resource.getContents().get(0);
        EcoreUtil.resolveAll(resource);
        this.document = document(text, Changes.NONE);
    }

    /** The newest text, read and linked. */
    public Document document() {
        return document;
    }

    /** The document of another text; empty, and nothing is changed, where that has to be read from its beginning. */
    public Optional<Document> change(String text) {
        TextChange change = TextChange.between(document.text(), text);
        if (change.isNothing()) {
            return Optional.of(document);
        }
        Optional<List<EObject>> changed = resource.change(change, text);
        changed.ifPresent(statements -> document = document(text, Changes.of(statements)));
        return changed.map(statements -> document);
    }

    private Document document(String text, Changes changed) {
        List<DocumentError> errors = DocumentErrors.of(resource, model);
        Lowered lowered = lowering.lower(model, changed);
        return new Document(resource.getURI().toString(), text, model, errors, Consequences.without(lowered, errors, text));
    }
}
