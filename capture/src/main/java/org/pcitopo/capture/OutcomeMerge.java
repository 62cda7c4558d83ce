package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Topology;

/** Puts together what sources say of the outcome. */
final class OutcomeMerge {

    private OutcomeMerge() {
    }

    static RecordedOutcome merge(List<SourceFindings> sources, Topology topology) {
        SortedMap<ResourceKey, Answer.Outcome> resources = new TreeMap<>();
        List<Answer.LaterChange> later = new ArrayList<>();
        for (SourceFindings source : sources) {
            for (Answer answer : source.answers()) {
                if (answer instanceof Answer.Outcome outcome) {
                    resources.putIfAbsent(outcome.resource(), outcome);
                } else if (answer instanceof Answer.LaterChange change) {
                    later.add(change);
                }
            }
        }
        return new RecordedOutcome(resources, later, List.of(), List.of());
    }
}
