package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.ignore.IgnoreComments;
import org.pcitopo.dsl.problems.rule.Ignore;
import org.pcitopo.dsl.problems.rule.IgnoreRule.UsedIgnore;

/** Takes out what comments keep back, and remembers which of them did. */
final class IgnoreFilter {

    private final ResourceSet resources;
    private final Map<String, List<Ignore>> ignores = new HashMap<>();
    private final Set<Ignore> used = new HashSet<>();
    private int ignored;

    IgnoreFilter(ResourceSet resources) {
        this.resources = resources;
    }

    /** {@code problems} without those that a comment keeps back. */
    List<Problem> filter(List<Problem> problems) {
        List<Problem> kept = new ArrayList<>();
        for (Problem problem : problems) {
            List<Ignore> covering = of(problem.place().file()).stream()
                    .filter(ignore -> ignore.covers(problem.code(), problem.place().line())).toList();
            used.addAll(covering);
            if (covering.isEmpty()) {
                kept.add(problem);
            } else {
                ignored++;
            }
        }
        return kept;
    }

    /** The comments of {@code file}, and which of them kept something back so far. */
    List<UsedIgnore> usedIn(String file) {
        return of(file).stream().map(ignore -> new UsedIgnore(ignore, used.contains(ignore))).toList();
    }

    /** How many problems were kept back so far. */
    int ignored() {
        return ignored;
    }

    private List<Ignore> of(String file) {
        return ignores.computeIfAbsent(file,
                name -> resources.getResource(URI.createURI(name), false) instanceof XtextResource text
                        ? IgnoreComments.of(text) : List.of());
    }
}
