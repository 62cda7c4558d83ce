package org.pcitopo.dsl.problems.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.service.Document;

/** A file as it is written. */
public final class FileContext {

    private final Document document;
    private final Map<EClass, List<EObject>> everything = new LinkedHashMap<>();
    private final Map<Class<?>, Object> answers = new HashMap<>();

    /** @param document the file, parsed, linked and lowered */
    public FileContext(Document document) {
        this.document = document;
        // Walking the model takes long in a large file, and many rules want all of something.
        collect(document.model());
    }

    public Document document() {
        return document;
    }

    public PcitopoFile model() {
        return document.model();
    }

    /** Everything of {@code type} in the file; what is of one class in the order written. */
    public <T extends EObject> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        everything.values().stream().filter(same -> type.isInstance(same.get(0)))
                .forEach(same -> same.forEach(element -> found.add(type.cast(element))));
        return found;
    }

    /** What several rules ask of a file: {@code answer}, found out when it is first asked for. */
    public <T> T once(Class<T> what, Supplier<T> answer) {
        Object known = answers.get(what);
        if (known == null) {
            known = answer.get();
            answers.put(what, known);
        }
        return what.cast(known);
    }

    private void collect(EObject parent) {
        for (EObject child : parent.eContents()) {
            everything.computeIfAbsent(child.eClass(), type -> new ArrayList<>()).add(child);
            collect(child);
        }
    }
}
