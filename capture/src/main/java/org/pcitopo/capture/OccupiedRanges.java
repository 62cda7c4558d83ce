package org.pcitopo.capture;

import java.util.HashSet;
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
        List<Answer.Occupied> occupied = sources.stream().flatMap(source -> source.answers().stream())
                .filter(Answer.Occupied.class::isInstance).map(Answer.Occupied.class::cast)
                .filter(range -> !taken.getOrDefault(range.function(), Set.of()).contains(range.range())).distinct().toList();
        for (Answer.Occupied range : occupied) {
            List<ResourceKey> candidates = candidates(range);
            boolean alone = occupied.stream().filter(other -> other.function().equals(range.function())
                    && other.space() == range.space() && other.range().size() == range.range().size()
                    && !other.range().equals(range.range())).findAny().isEmpty();
            if (alone && candidates.size() == 1) {
                put(candidates.get(0), range.range(), range);
            }
        }
        sources.stream().flatMap(source -> source.answers().stream()).filter(Answer.BusWindow.class::isInstance)
                .map(Answer.BusWindow.class::cast).filter(window -> window.space() == Space.IO).forEach(this::addWindow);
    }

    private List<ResourceKey> candidates(Answer.Occupied range) {
        return index.resources().entrySet().stream()
                .filter(entry -> entry.getKey().function().equals(range.function()))
                .filter(entry -> entry.getValue().space() == range.space()
                        && entry.getValue().size() == range.range().size())
                .map(Map.Entry::getKey).filter(key -> !best.containsKey(key)).toList();
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
