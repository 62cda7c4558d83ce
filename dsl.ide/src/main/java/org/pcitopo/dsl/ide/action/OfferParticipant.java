package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Set;

/** Knows changes of one sort. */
interface OfferParticipant {

    /** The kinds that it may offer, of the protocol's. */
    Set<String> kinds();

    List<Offer> offers(Place place);
}
