package org.pcitopo.capture;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * What the recorded kernel did.
 *
 * @param resources the final state of every resource that a source shows one for; a key that is absent is not shown
 * @param later changes after the boot's own assignment, in order
 * @param regions what vfio-pci reported
 * @param unavailable functions that vfio-pci could not open
 */
public record RecordedOutcome(SortedMap<ResourceKey, Answer.Outcome> resources, List<Answer.LaterChange> later,
        List<Answer.VfioRegion> regions, List<Answer.VfioUnavailable> unavailable) {

    public RecordedOutcome {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        later = List.copyOf(later);
        regions = List.copyOf(regions);
        unavailable = List.copyOf(unavailable);
    }
}
