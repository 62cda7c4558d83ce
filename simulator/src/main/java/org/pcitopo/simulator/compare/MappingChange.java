package org.pcitopo.simulator.compare;

import java.util.Optional;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/**
 * A BAR of which vfio-pci says something else.
 *
 * @param function the function as the first side calls it, or the second where the first has none
 * @param bar BAR number, 0 to 5
 * @param before empty where it appears
 * @param after empty where it disappears
 * @param kind what changes
 */
public record MappingChange(PciAddress function, int bar, Optional<Mapping> before, Optional<Mapping> after, Kind kind) {

    /** How mappings change. */
    public enum Kind {
        APPEARED("appeared"), DISAPPEARED("disappeared"),
        /** More of it can be reached. */
        BETTER("better"),
        /** Less of it can be reached. */
        WORSE("worse"),
        /** As good as before, with another reason or for the guest in another way. */
        OTHER("other");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As the published JSON writes it. */
        public String id() {
            return id;
        }
    }

    /** Whether it can be mapped wholly, and could not. */
    public boolean becomesMapped() {
        return isMapped(after) && !isMapped(before);
    }

    /** Whether it could be mapped wholly, and no longer can. */
    public boolean becomesUnmapped() {
        return isMapped(before) && !isMapped(after);
    }

    private static boolean isMapped(Optional<Mapping> mapping) {
        return mapping.filter(one -> one.verdict() == Verdict.MAPPED).isPresent();
    }

    /** The change, empty where there is none. */
    static Optional<MappingChange> of(Optional<Mapping> before, Optional<Mapping> after) {
        return kind(before, after).flatMap(kind -> before.or(() -> after)
                .map(one -> new MappingChange(one.function(), one.bar(), before, after, kind)));
    }

    private static Optional<Kind> kind(Optional<Mapping> before, Optional<Mapping> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(before.isEmpty() ? Kind.APPEARED : Kind.DISAPPEARED);
        }
        Verdict then = before.get().verdict();
        Verdict now = after.get().verdict();
        if (then != now) {
            // From mapped, the first, to none, the last.
            return Optional.of(now.compareTo(then) < 0 ? Kind.BETTER : Kind.WORSE);
        }
        boolean same = before.get().reason().equals(after.get().reason()) && before.get().guest() == after.get().guest()
                && (now != Verdict.PARTLY_MAPPED || before.get().areas().equals(after.get().areas()));
        return same ? Optional.empty() : Optional.of(Kind.OTHER);
    }
}
