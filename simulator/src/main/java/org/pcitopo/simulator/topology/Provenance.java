package org.pcitopo.simulator.topology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the facts of a topology come from. It travels beside the topology: readers fill it, the writer and the messages use
 * it, the rules never look at it.
 *
 * @param origins the origin of each fact, in the order of {@link Fact}
 */
public record Provenance(SortedMap<Fact, Origin> origins) {

    /** Nothing known of any origin: a topology that a person wrote. */
    public static final Provenance NONE = new Provenance(new TreeMap<>());

    public Provenance {
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    public static Provenance of(Map<Fact, Origin> origins) {
        return new Provenance(new TreeMap<>(origins));
    }

    public Optional<Origin> of(Fact fact) {
        return Optional.ofNullable(origins.get(fact));
    }
}
