package org.pcitopo.dsl.service;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.lowering.Lowered;
import org.pcitopo.dsl.lowering.LoweringMemo;
import org.pcitopo.dsl.model.Element;
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

    /** A text that has just been loaded into {@code resource}. */
    public LiveDocument(PcitopoResource resource, String text) {
        this.resource = resource;
        this.model = (PcitopoFile) resource.getContents().get(0);
        this.document = document(text, Set.of());
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
        Map<EObject, List<EObject>> meant = meant();
        Optional<StatementParser.Replacement> replacement = resource.change(change, text);
        replacement.ifPresent(found -> document = document(text, changed(found, meant)));
        return replacement.map(found -> document);
    }

    private Document document(String text, Set<Element> changed) {
        List<DocumentError> errors = DocumentErrors.of(resource, model);
        Lowered lowered = lowering.lower(model, changed);
        return new Document(resource.getURI().toString(), text, model, errors, Consequences.without(lowered, errors, text));
    }

    /** The elements that are other ones now, and those with a name in them that means something else. */
    private Set<Element> changed(StatementParser.Replacement replacement, Map<EObject, List<EObject>> meant) {
        Set<Element> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        Optional.of(replacement.before()).filter(Element.class::isInstance).map(Element.class::cast).ifPresent(changed::add);
        changed.add(EcoreUtil2.getContainerOfType(replacement.after(), Element.class));
        meant().forEach((user, targets) -> {
            if (!targets.equals(meant.get(user))) {
                changed.add(EcoreUtil2.getContainerOfType(user, Element.class));
            }
        });
        return changed;
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
