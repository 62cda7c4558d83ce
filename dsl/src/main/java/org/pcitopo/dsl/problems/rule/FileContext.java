package org.pcitopo.dsl.problems.rule;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.service.Document;

/** A file as it is written. */
public final class FileContext {

    private final Document document;
    private final List<EObject> everything = new ArrayList<>();

    /** @param document the file, parsed, linked and lowered */
    public FileContext(Document document) {
        this.document = document;
        // Walking the model takes long in a large file, and many rules want all of something.
        document.model().eAllContents().forEachRemaining(everything::add);
    }

    public Document document() {
        return document;
    }

    public PcitopoFile model() {
        return document.model();
    }

    /** Everything of {@code type} in the file, in the order written. */
    public <T extends EObject> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (EObject element : everything) {
            if (type.isInstance(element)) {
                found.add(type.cast(element));
            }
        }
        return found;
    }
}
