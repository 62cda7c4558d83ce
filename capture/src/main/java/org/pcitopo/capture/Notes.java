package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Provenance;

/** What is noted down while sources are merged: origins, assumptions, contradictions, remarks. */
final class Notes {

    private final Map<Fact, Origin> origins = new TreeMap<>();
    private final Set<Assumption> assumptions = new LinkedHashSet<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<NotComparable> notComparable = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    /** Files the origin of {@code value} and what contradicts it; gives the value back. */
    <T> T take(Fact fact, Sourced<T> value, Candidates<T> candidates) {
        contradictions.addAll(candidates.contradictions(fact, value));
        return take(fact, value);
    }

    <T> T take(Fact fact, Sourced<T> value) {
        origins.put(fact, value.origin());
        return value.value();
    }

    <T> Optional<T> takeFirst(Fact fact, Candidates<T> candidates) {
        return candidates.first().map(value -> take(fact, value, candidates));
    }

    /** A fact that no source tells. */
    void assumed(Fact fact, String why) {
        origins.put(fact, Origin.assumed(why));
    }

    /** A fact that follows from others. */
    void derived(Fact fact, String why) {
        origins.put(fact, Origin.derived("", 0, why));
    }

    void assume(String what, String value, String why) {
        assumptions.add(new Assumption(what, value, why));
    }

    /** What had been assumed turned out to follow from something else. */
    void withdraw(String what) {
        assumptions.removeIf(assumption -> assumption.what().equals(what));
    }

    void contradict(Contradiction contradiction) {
        contradictions.add(contradiction);
    }

    void leaveOut(String what, String why) {
        notComparable.add(new NotComparable(what, why));
    }

    void remark(String file, int line, String text) {
        remarks.add(new Remark(file, line, text));
    }

    void remarkAll(List<Remark> more) {
        remarks.addAll(more);
    }

    Provenance provenance() {
        return Provenance.of(origins);
    }

    List<Assumption> assumptions() {
        return List.copyOf(assumptions);
    }

    List<Contradiction> contradictions() {
        return contradictions;
    }

    List<NotComparable> notComparable() {
        return notComparable;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
