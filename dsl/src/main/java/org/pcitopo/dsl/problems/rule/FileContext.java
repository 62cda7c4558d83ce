package org.pcitopo.dsl.problems.rule;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.service.Document;

/**
 * A file as it is written.
 *
 * @param document the file, parsed, linked and lowered
 */
public record FileContext(Document document) {

    public PcitopoFile model() {
        return document.model();
    }

    /** Everything of {@code type} in the file, in the order written. */
    public <T extends EObject> List<T> all(Class<T> type) {
        return EcoreUtil2.getAllContentsOfType(model(), type);
    }
}
