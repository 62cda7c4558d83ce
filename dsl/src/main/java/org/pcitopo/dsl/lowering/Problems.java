package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.pcitopo.dsl.source.Regions;

/** Collects what goes wrong; the same problem met again in another boot counts once. */
final class Problems {

    private final Set<LoweringProblem> found = new LinkedHashSet<>();

    void add(LoweringProblem.Kind kind, EObject object, EStructuralFeature feature, String message) {
        found.add(new LoweringProblem(kind, Regions.of(object, feature), message));
    }

    void add(LoweringProblem.Kind kind, EObject object, EStructuralFeature feature, int index, String message) {
        found.add(new LoweringProblem(kind, Regions.of(object, feature, index), message));
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    List<LoweringProblem> found() {
        return new ArrayList<>(found);
    }
}
