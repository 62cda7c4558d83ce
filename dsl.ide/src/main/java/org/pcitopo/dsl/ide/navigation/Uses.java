package org.pcitopo.dsl.ide.navigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.pcitopo.dsl.ide.cursor.KernelMatches;
import org.pcitopo.dsl.ide.cursor.KernelString;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.model.AddressSelector;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.IdSelector;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Finds what means certain elements. */
final class Uses {

    private final Set<String> targets;
    private final Set<String> names;
    private final boolean functions;

    Uses(Collection<EObject> targets) {
        this.targets = targets.stream().map(Targets::identity).collect(Collectors.toSet());
        this.names = targets.stream().flatMap(target -> Targets.name(target).stream()).collect(Collectors.toSet());
        this.functions = targets.stream().anyMatch(Function.class::isInstance);
    }

    /** Every use in the file of {@code here}, each place once, in the order of the text. */
    List<Use> in(Snapshot here, Runnable checkpoint) {
        Map<TextRegion, Use> uses = new LinkedHashMap<>();
        TreeIterator<EObject> all = here.document().model().eAllContents();
        while (all.hasNext()) {
            checkpoint.run();
            for (Use use : of(here, all.next())) {
                uses.putIfAbsent(use.region(), use);
            }
        }
        List<Use> sorted = new ArrayList<>(uses.values());
        sorted.sort(java.util.Comparator.comparingInt(use -> use.region().offset()));
        return sorted;
    }

    /**
     * Every use in the file of {@code here} and in all others of the workspace that may know the elements.
     *
     * @param checkpoint called for each element; what it throws ends the search
     */
    List<Use> everywhere(Workspace workspace, Snapshot here, Runnable checkpoint) {
        List<Use> uses = new ArrayList<>(in(here, checkpoint));
        for (URI file : workspace.files()) {
            checkpoint.run();
            if (!file.equals(here.file())) {
                workspace.file(file).filter(this::mayKnow).ifPresent(other -> uses.addAll(in(other, checkpoint)));
            }
        }
        return uses;
    }

    /** What does not hold the name does not use it; what imports nothing knows only itself. */
    private boolean mayKnow(Snapshot other) {
        boolean own = targets.stream().anyMatch(target -> target.startsWith(other.file() + "#"));
        return own || other.text().contains("import") && names.stream().anyMatch(other.text()::contains);
    }

    private List<Use> of(Snapshot here, EObject element) {
        List<Use> uses = new ArrayList<>();
        if (targets.contains(Targets.identity(element))) {
            Targets.declaration(element).ifPresent(region -> uses.add(new Use(region, Use.Sort.DECLARATION)));
        }
        for (EReference reference : element.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && element.eGet(reference) instanceof EObject target
                    && !target.eIsProxy() && targets.contains(Targets.identity(target))) {
                uses.add(new Use(Regions.of(element, reference), Use.Sort.NAME));
            }
        }
        if (functions && (element instanceof AddressSelector || element instanceof IdSelector)
                && means(Selections.functions(here.outcomes(), (Selector) element))) {
            uses.add(new Use(Regions.of(element), Use.Sort.SELECTION));
        }
        if (functions) {
            KernelString.of(element).ifPresent(string -> KernelMatches.all(here.outcomes(), string).stream()
                    .filter(match -> means(match.functions())).forEach(match -> uses.add(new Use(
                            string.region(match.token().offset(), match.token().end()), Use.Sort.SELECTION))));
        }
        return uses;
    }

    private boolean means(List<Seen.OfFunction> seen) {
        return seen.stream().anyMatch(one -> one.boot().lowered().sources().of(one.function().description())
                .filter(text -> targets.contains(Targets.identity(text.function()))).isPresent());
    }
}
