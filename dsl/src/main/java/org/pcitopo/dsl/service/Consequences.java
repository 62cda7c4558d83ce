package org.pcitopo.dsl.service;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.dsl.lowering.Lowered;
import org.pcitopo.dsl.lowering.LoweringProblem;

/** Keeps one mistake from being reported twice: a problem in a line with an error is taken for a consequence of the error. */
final class Consequences {

    private Consequences() {
    }

    static Lowered without(Lowered lowered, List<DocumentError> errors, String text) {
        if (errors.isEmpty() || lowered.problems().isEmpty()) {
            return lowered;
        }
        Set<Integer> lines = errors.stream().map(error -> startOfLine(text, error.region().offset())).collect(Collectors.toSet());
        List<LoweringProblem> left = lowered.problems().stream()
                .filter(problem -> !lines.contains(startOfLine(text, problem.region().offset()))).toList();
        return new Lowered(lowered.boots(), left);
    }

    private static int startOfLine(String text, int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1);
    }
}
