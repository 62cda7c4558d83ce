package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;

/**
 * What sources say of one fact. The surest source wins; among equally sure ones the first to say it, or the last where
 * {@code lastWins}.
 */
final class Candidates<T> {

    private record Candidate<V>(V value, Origin origin, int rank) {
    }

    private final List<Candidate<T>> candidates = new ArrayList<>(2);

    /** @param rank 0 for the surest; derived and assumed values rank behind read ones of any source */
    void offer(T value, Origin origin, int rank) {
        candidates.add(new Candidate<>(value, origin, rank + 100 * origin.certainty().ordinal()));
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    Optional<Sourced<T>> first() {
        return candidates.stream().min(Comparator.comparingInt(Candidate::rank))
                .map(best -> new Sourced<>(best.value, best.origin));
    }

    Optional<Sourced<T>> last() {
        Candidate<T> best = null;
        for (Candidate<T> candidate : candidates) {
            if (best == null || candidate.rank <= best.rank) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best).map(found -> new Sourced<>(found.value, found.origin));
    }

    /** Every value that a source read (not derived, not assumed) and that differs from {@code kept}. */
    List<Contradiction> contradictions(Fact fact, Sourced<T> kept) {
        return contradictions(fact, kept, other -> true);
    }

    /** As above, for the values that {@code matters} holds for. */
    List<Contradiction> contradictions(Fact fact, Sourced<T> kept, Predicate<T> matters) {
        List<Contradiction> found = new ArrayList<>();
        for (Candidate<T> candidate : candidates) {
            boolean read = candidate.origin.certainty() == Origin.Certainty.READ;
            boolean otherFile = !candidate.origin.file().equals(kept.origin().file());
            if (read && otherFile && !candidate.value.equals(kept.value()) && matters.test(candidate.value)) {
                found.add(new Contradiction(fact, kept.value().toString(), kept.origin(), candidate.value.toString(),
                        candidate.origin));
            }
        }
        return found;
    }
}
