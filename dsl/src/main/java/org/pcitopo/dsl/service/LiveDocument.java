package org.pcitopo.dsl.service;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.pcitopo.dsl.lowering.Changes;
import org.pcitopo.dsl.lowering.Lowered;
import org.pcitopo.dsl.lowering.LoweringMemo;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.PcitopoResource;
import org.pcitopo.dsl.parser.StatementParser;
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
    /** Of the text of {@link #document}; empty until it changes for the first time. */
    private Map<EObject, List<EObject>> meant = Map.of();

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
        Map<EObject, List<EObject>> before = meant.isEmpty() ? meant() : meant;
        Optional<StatementParser.Replacement> replacement = resource.change(change, text);
        replacement.ifPresent(found -> {
            meant = meant();
            document = document(text, changed(found, before));
        });
        return replacement.map(found -> document);
    }

    private Document document(String text, Changes changed) {
        List<DocumentError> errors = DocumentErrors.of(resource, model);
        Lowered lowered = lowering.lower(model, changed);
        return new Document(resource.getURI().toString(), text, model, errors, Consequences.without(lowered, errors, text));
    }

    /** The statements that are other ones now, and those with a name that means something else. */
    private Changes changed(StatementParser.Replacement replacement, Map<EObject, List<EObject>> before) {
        List<EObject> changed = new ArrayList<>(List.of(replacement.before(), replacement.after()));
        meant.forEach((user, targets) -> {
            if (!targets.equals(before.get(user))) {
                changed.add(user);
            }
        });
        return Changes.of(changed);
    }

    /** What the names in the text mean; those that mean nothing are proxies, each time others. */
    private Map<EObject, List<EObject>> meant() {
        Map<EObject, List<EObject>> meant = new IdentityHashMap<>();
        model.eAllContents().forEachRemaining(user -> {
            for (EReference reference : user.eClass().getEAllReferences()) {
                boolean name = !reference.isContainment() && !reference.isContainer() && user.eIsSet(reference);
                if (name) {
                    meant.merge(user, List.of((EObject) user.eGet(reference)), LiveDocument::both);
                }
            }
        });
        return meant;
    }

    private static List<EObject> both(List<EObject> some, List<EObject> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
