package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Space;

/**
 * Finds out which register a range of {@code /proc/iomem} belongs to: of a function's resources whose end no better source
 * shows, the only one of that space and size; of a bridge, the I/O window for ports. Anything less certain is left open.
 */
final class OccupiedRanges {

    private final TopologyIndex index;
    private final SortedMap<ResourceKey, Answer.Outcome> best;
    private final Map<PciAddress, Set<AddressRange>> taken = new TreeMap<>();

    /** @param best what better sources show; gets what is found */
    OccupiedRanges(TopologyIndex index, SortedMap<ResourceKey, Answer.Outcome> best) {
        this.index = index;
        this.best = best;
        best.forEach((key, outcome) -> outcome.range().ifPresent(range ->
                taken.computeIfAbsent(key.function(), function -> new HashSet<>()).add(range)));
    }

    void add(List<SourceFindings> sources) {
        Map<Kind, Set<Answer.Occupied>> occupied = new LinkedHashMap<>();
        for (SourceFindings source : sources) {
            for (Answer answer : source.answers()) {
                if (answer instanceof Answer.Occupied range && !isTaken(range)) {
                    Kind kind = new Kind(range.function(), range.space(), range.range().size());
                    occupied.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(range);
                } else if (answer instanceof Answer.BusWindow window && window.space() == Space.IO) {
                    addWindow(window);
                }
            }
        }
        Map<Kind, List<ResourceKey>> open = new HashMap<>();
        index.resources().forEach((key, expected) -> {
            if (!best.containsKey(key)) {
                open.computeIfAbsent(new Kind(key.function(), expected.space(), expected.size()), any -> new ArrayList<>())
                        .add(key);
            }
        });
        occupied.forEach((kind, ranges) -> {
            List<ResourceKey> candidates = open.getOrDefault(kind, List.of());
            boolean oneRange = ranges.stream().map(Answer.Occupied::range).distinct().limit(2).count() == 1;
            if (oneRange && candidates.size() == 1) {
                Answer.Occupied range = ranges.iterator().next();
                put(candidates.get(0), range.range(), range);
            }
        });
    }

    private boolean isTaken(Answer.Occupied range) {
        return taken.getOrDefault(range.function(), Set.of()).contains(range.range());
    }

    /** What has to agree for a range and a register to belong together. */
    private record Kind(PciAddress function, Space space, long size) {
    }

    private void put(ResourceKey key, AddressRange range, Answer answer) {
        best.put(key, new Answer.Outcome(key, RecordedState.PLACED, Optional.of(range), answer.origin()));
    }

    private void addWindow(Answer.BusWindow window) {
        index.bridgeAbove(window.domain(), window.bus()).map(bridge -> new ResourceKey(bridge, ResourceName.IO_WINDOW))
                .filter(key -> index.resource(key).isPresent() && !best.containsKey(key))
                .ifPresent(key -> put(key, window.range(), window));
    }
}
