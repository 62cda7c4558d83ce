package org.pcitopo.dsl.ide.action;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.pcitopo.dsl.problems.Problem;

/** The problems at a place, and how the editor shows them. */
final class ProblemsHere {

    private ProblemsHere() {
    }

    static List<Problem> of(Place place) {
        return place.snapshot().result().problems().stream().filter(problem -> problem.place().file().equals(place.snapshot().file().toString())
                && problem.place().offset() <= place.to() && place.from() <= problem.place().offset() + problem.place().length()).toList();
    }

    static List<Diagnostic> shown(Place place, Problem problem) {
        var range = place.snapshot().lines().range(problem.place().offset(), problem.place().offset() + problem.place().length());
        return place.shown().stream().filter(one -> one.getCode() != null && one.getCode().isLeft()
                && one.getCode().getLeft().equals(problem.code()) && one.getRange().equals(range)).toList();
    }
}
