package org.pcitopo.dsl.ide.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things seen of which the same is true.
 *
 * @param <K> what is the same
 * @param <S> what was seen
 * @param key what is true of them
 * @param members in the order of their boots, at least one
 */
public record Groups<K, S extends Seen>(K key, List<S> members) {

    public Groups {
        members = List.copyOf(members);
    }

    /** Groups {@code seen} by what is true of each, in the order in which that first occurs. */
    public static <K, S extends Seen> List<Groups<K, S>> by(List<S> seen, Function<S, K> key) {
        Map<K, List<S>> groups = new LinkedHashMap<>();
        seen.forEach(one -> groups.computeIfAbsent(key.apply(one), unknown -> new ArrayList<>()).add(one));
        return groups.entrySet().stream().map(entry -> new Groups<>(entry.getKey(), entry.getValue())).toList();
    }

    public S first() {
        return members.get(0);
    }

    public List<BootView> boots() {
        return members.stream().map(Seen::boot).distinct().toList();
    }
}
