package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CodeActionKind;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.Problem;

/** What mends the problems at the cursor. */
final class FixOffers implements OfferParticipant {

    @Override
    public List<Offer> offers(Place place) {
        List<Offer> offers = new ArrayList<>();
        for (Problem problem : ProblemsHere.of(place)) {
            for (Fix fix : problem.fixes()) {
                offers.add(new Offer(title(fix.title()), CodeActionKind.QuickFix, ProblemsHere.shown(place, problem),
                        problem.fixes().get(0) == fix, fix.edits()));
            }
        }
        return offers;
    }

    /** What the change does, without what else could be done or why. */
    private static String title(String text) {
        String does = text.replaceFirst("(; |: the |, or ).*$", "");
        return does.isEmpty() ? does : does.substring(0, 1).toUpperCase(Locale.ROOT) + does.substring(1);
    }
}
