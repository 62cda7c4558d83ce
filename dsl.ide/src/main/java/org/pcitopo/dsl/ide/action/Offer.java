package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.pcitopo.dsl.problems.TextEdit;

/**
 * A change that is offered.
 *
 * @param title what it does
 * @param kind of the protocol's kinds
 * @param mends the problems that it mends
 * @param preferred whether it is what most people want
 * @param edits the change
 */
record Offer(String title, String kind, List<Diagnostic> mends, boolean preferred, List<TextEdit> edits) {

    Offer {
        mends = List.copyOf(mends);
        edits = List.copyOf(edits);
    }

    /** The same change, offered for other problems as well. */
    Offer and(Offer same) {
        List<Diagnostic> all = new ArrayList<>(mends);
        same.mends.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new Offer(title, kind, all, preferred || same.preferred, edits);
    }

    static Offer of(String title, String kind, List<TextEdit> edits) {
        return new Offer(title, kind, List.of(), false, edits);
    }
}
