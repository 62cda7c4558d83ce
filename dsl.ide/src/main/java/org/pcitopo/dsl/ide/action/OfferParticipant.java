package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CodeActionKind;

/** Knows changes of one sort. */
interface OfferParticipant {

    /** The kinds that it may offer, of the protocol's. */
    default Set<String> kinds() {
        return Set.of(CodeActionKind.QuickFix);
    }

    List<Offer> offers(Place place);
}
