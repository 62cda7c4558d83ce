package org.pcitopo.dsl.ide.navigation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelMatches;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** The elements that something under the cursor means. */
final class Targets {

    private Targets() {
    }

    /** What is meant, each once. */
    static List<EObject> of(Snapshot snapshot, Found found) {
        if (found.subject() instanceof Subject.Named named) {
            return List.of(named.element());
        }
        if (found.subject() instanceof Subject.Selection selection) {
            return functions(Selections.functions(snapshot.outcomes(), selection.selector()));
        }
        return found.subject() instanceof Subject.KernelText text
                ? functions(KernelMatches.at(snapshot.outcomes(), text.string(), text.index())) : List.of();
    }

    private static List<EObject> functions(List<Seen.OfFunction> seen) {
        Set<EObject> functions = new LinkedHashSet<>();
        seen.forEach(one -> one.boot().lowered().sources().of(one.function().description())
                .ifPresent(text -> functions.add(text.function())));
        return new ArrayList<>(functions);
    }

    /** Where an element is declared: its name, or its address where it has none. */
    static Optional<TextRegion> declaration(EObject element) {
        if (element instanceof Function function) {
            return Optional.of(Regions.of(function, function.getName() == null ? ModelPackage.Literals.FUNCTION__ADDRESS
                    : ModelPackage.Literals.FUNCTION__NAME));
        }
        return element instanceof Element ? Optional.of(Regions.of(element, ModelPackage.Literals.ELEMENT__NAME)) : Optional.empty();
    }

    /** What an element is called in every resource set: the file and its place there. */
    static String identity(EObject element) {
        return EcoreUtil.getURI(element).toString();
    }

    /** The name of an element, as written; empty where it has none. */
    static Optional<String> name(EObject element) {
        if (element instanceof Function function) {
            return Optional.ofNullable(function.getName());
        }
        return element instanceof Element named ? Optional.ofNullable(named.getName()) : Optional.empty();
    }
}
