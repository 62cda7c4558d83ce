package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.TextRegion;

/** Keeps a problem back with a comment; the reason is for the person to write. Errors cannot be talked away. */
final class IgnoreOffers implements OfferParticipant {

    @Override
    public List<Offer> offers(Place place) {
        List<Offer> offers = new ArrayList<>();
        for (Problem problem : ProblemsHere.of(place)) {
            if (problem.severity() != Severity.ERROR && !problem.code().startsWith("PCI5")) {
                offers.add(new Offer("Ignore " + problem.code() + " here", CodeActionKind.QuickFix, ProblemsHere.shown(place, problem),
                        false, List.of(comment(place, problem))));
            }
        }
        return offers;
    }

    private static TextEdit comment(Place place, Problem problem) {
        LineIndex lines = place.snapshot().lines();
        int line = lines.lineOf(problem.place().offset());
        return new TextEdit(new TextRegion(problem.place().file(), lines.start(line), 0),
                lines.indent(line) + "// ignore " + problem.code() + ": why this is fine\n");
    }
}
