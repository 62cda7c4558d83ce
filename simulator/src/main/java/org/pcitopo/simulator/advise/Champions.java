package org.pcitopo.simulator.advise;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import org.pcitopo.simulator.advise.Trials.Trial;

/** The best command lines seen so far, each in its own respect. */
final class Champions {

    private static final Comparator<Trial> SIMPLEST =
            Comparator.comparingInt((Trial trial) -> trial.cost().entries()).thenComparing(Trial::cost);
    private static final Comparator<Trial> TRADE_OFF = Comparator.comparingInt(Trial::lost).thenComparing(Trial::cost);
    private static final Comparator<Trial> CLOSEST = Comparator.comparingInt(Trial::unmet).thenComparing(Trial::cost);

    private final int unmetNow;
    private Optional<Candidate> best = Optional.empty();
    private Optional<Candidate> simplest = Optional.empty();
    private Optional<Candidate> tradeOff = Optional.empty();
    private Optional<Candidate> closest = Optional.empty();

    Champions(int unmetNow) {
        this.unmetNow = unmetNow;
    }

    /** What was tried, and what came of it. */
    record Candidate(Variant variant, BitSet named, Trial trial) {
    }

    /** Takes note of {@code candidate}; returns whether it is the best now. */
    boolean consider(Candidate candidate) {
        Trial trial = candidate.trial();
        if (trial.unmet() == 0 && trial.lost() == 0) {
            boolean better = isBetter(candidate, best, Comparator.comparing(Trial::cost));
            simplest = isBetter(candidate, simplest, SIMPLEST) ? Optional.of(candidate) : simplest;
            best = better ? Optional.of(candidate) : best;
            return better;
        }
        if (trial.unmet() == 0 && isBetter(candidate, tradeOff, TRADE_OFF)) {
            tradeOff = Optional.of(candidate);
        }
        if (trial.lost() == 0 && trial.unmet() < unmetNow && isBetter(candidate, closest, CLOSEST)) {
            closest = Optional.of(candidate);
        }
        return false;
    }

    private static boolean isBetter(Candidate candidate, Optional<Candidate> known, Comparator<Trial> order) {
        return known.map(other -> order.compare(candidate.trial(), other.trial()) < 0).orElse(true);
    }

    Optional<Candidate> best() {
        return best;
    }

    /** What has the fewest entries, where that is fewer than the best has. */
    Optional<Candidate> simpler() {
        return simplest.filter(one -> one.trial().cost().entries() < best.orElseThrow().trial().cost().entries());
    }

    Optional<Candidate> tradeOff() {
        return tradeOff;
    }

    Optional<Candidate> closest() {
        return closest;
    }
}
