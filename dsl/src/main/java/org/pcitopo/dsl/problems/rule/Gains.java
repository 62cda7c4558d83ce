package org.pcitopo.dsl.problems.rule;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping.Verdict;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * What one simulation has that another has not.
 *
 * @param won BARs that can be mapped wholly, and could not be before, and BARs that found a place
 * @param lost BARs that could be mapped wholly, and cannot be any more, and BARs that lost their place
 */
public record Gains(List<ResourceKey> won, List<ResourceKey> lost) {

    /** What {@code after} wins and loses compared with {@code before}. */
    public static Gains between(Simulation before, Simulation after) {
        Map<ResourceKey, Mapping> old = byBar(before, after);
        Map<ResourceKey, Mapping> current = byBar(after, before);
        return new Gains(better(current, old), better(old, current));
    }

    /** The mappings of {@code one}, without those that are the same objects in {@code other}: most of a large machine. */
    private static Map<ResourceKey, Mapping> byBar(Simulation one, Simulation other) {
        boolean alike = one.mappings().size() == other.mappings().size();
        Iterator<Mapping> others = other.mappings().iterator();
        Map<ResourceKey, Mapping> mappings = new HashMap<>();
        for (Mapping mapping : one.mappings()) {
            if (!alike || others.next() != mapping) {
                mappings.put(BootContext.keyOf(mapping), mapping);
            }
        }
        return mappings;
    }

    private static List<ResourceKey> better(Map<ResourceKey, Mapping> in, Map<ResourceKey, Mapping> than) {
        return in.keySet().stream().filter(key -> rank(in.get(key)) > (than.containsKey(key) ? rank(than.get(key)) : 0)).sorted()
                .toList();
    }

    private static int rank(Mapping mapping) {
        if (mapping.verdict() == Verdict.MAPPED) {
            return 2;
        }
        return mapping.verdict() == Verdict.NONE ? 0 : 1;
    }
}
