package org.pcitopo.simulator.compare;

import java.util.Optional;
import org.pcitopo.simulator.assign.EnumeratedFunction;

/**
 * A function that is not on both sides, or not the same there.
 *
 * @param before empty where it appears
 * @param after empty where it disappears
 * @param kind what changes
 */
public record FunctionChange(Optional<EnumeratedFunction> before, Optional<EnumeratedFunction> after, Kind kind) {

    /** How functions change. */
    public enum Kind {
        APPEARED("appeared"), DISAPPEARED("disappeared"),
        /** The same function at another address. */
        RENUMBERED("renumbered"),
        /** Another device in the same place. */
        REPLACED("replaced");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /** The change, empty where there is none; one of the two sides must be there. */
    static Optional<FunctionChange> of(Optional<EnumeratedFunction> before, Optional<EnumeratedFunction> after) {
        if (before.isEmpty()) {
            return Optional.of(new FunctionChange(before, after, Kind.APPEARED));
        }
        if (after.isEmpty()) {
            return Optional.of(new FunctionChange(before, after, Kind.DISAPPEARED));
        }
        if (!before.get().description().ids().equals(after.get().description().ids())) {
            return Optional.of(new FunctionChange(before, after, Kind.REPLACED));
        }
        boolean same = before.get().address().equals(after.get().address());
        return same ? Optional.empty() : Optional.of(new FunctionChange(before, after, Kind.RENUMBERED));
    }
}
