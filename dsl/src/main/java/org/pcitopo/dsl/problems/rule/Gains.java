package org.pcitopo.dsl.problems.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/**
 * What one simulation has that another has not.
 *
 * @param won BARs that can be mapped wholly, and could not be before, and BARs that found a place
 * @param lost BARs that could be mapped wholly, and cannot be any more, and BARs that lost their place
 */
public record Gains(List<ResourceKey> won, List<ResourceKey> lost) {

    /** What {@code after} wins and loses compared with {@code before}. */
    public static Gains between(Simulation before, Simulation after) {
        Map<ResourceKey, Mapping> old = byBar(before);
        Map<ResourceKey, Mapping> current = byBar(after);
        return new Gains(better(current, old), better(old, current));
    }

    private static Map<ResourceKey, Mapping> byBar(Simulation simulation) {
        Map<ResourceKey, Mapping> mappings = new HashMap<>();
        simulation.mappings().forEach(mapping -> mappings.put(BootContext.keyOf(mapping), mapping));
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
