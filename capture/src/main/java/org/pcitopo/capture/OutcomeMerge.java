package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;

/**
 * Puts together what several sources say of the boot's end. For each resource the best one wins: sysfs {@code resource}, then
 * the kernel log, then lspci, then registers of the configuration space, then {@code /proc/iomem}. Where the log tells of a
 * change after the boot, the log is best: all others show the state after that change.
 */
final class OutcomeMerge {

    private static final int LOG_BEFORE_CHANGE = 0;
    private static final int RESOURCE_FILE = 1;
    private static final int LOG = 2;
    private static final int LSPCI = 3;
    private static final int REGISTERS = 4;
    private static final int RANKS = 5;

    private final TopologyIndex index;
    private final boolean portsAreBusAddresses;
    private final Set<ResourceKey> changedLater = new HashSet<>();
    private final List<List<Answer.Outcome>> byRank = new ArrayList<>();

    private OutcomeMerge(Topology topology) {
        this.index = new TopologyIndex(topology);
        this.portsAreBusAddresses = topology.platform().architecture().isPowerPc();
        for (int rank = 0; rank < RANKS; rank++) {
            byRank.add(new ArrayList<>());
        }
    }

    /**
     * What the recorded kernel did, in CPU addresses.
     *
     * @param sources all that was read
     * @param topology the machine that was made of their facts
     */
    static RecordedOutcome merge(List<SourceFindings> sources, Topology topology) {
        OutcomeMerge merge = new OutcomeMerge(topology);
        List<Answer.LaterChange> later = new ArrayList<>();
        List<Answer.VfioRegion> regions = new ArrayList<>();
        List<Answer.VfioUnavailable> unavailable = new ArrayList<>();
        for (SourceFindings source : sources) {
            for (Answer answer : source.answers()) {
                if (answer instanceof Answer.LaterChange change) {
                    later.add(change);
                } else if (answer instanceof Answer.VfioRegion region) {
                    regions.add(region);
                } else if (answer instanceof Answer.VfioUnavailable missing) {
                    unavailable.add(missing);
                }
            }
        }
        later.forEach(change -> merge.changedLater.add(change.resource()));
        sources.forEach(merge::rank);
        return new RecordedOutcome(merge.best(sources), later, regions, unavailable);
    }

    private void rank(SourceFindings source) {
        for (Answer answer : source.answers()) {
            if (answer instanceof Answer.Outcome outcome) {
                add(source.kind(), outcome);
            } else if (answer instanceof Answer.UserPorts ports) {
                Optional<AddressRange> range = portsAreBusAddresses
                        ? index.toCpu(ports.resource().function(), Space.IO, ports.range()) : Optional.of(ports.range());
                range.ifPresent(cpu -> add(source.kind(), placed(ports.resource(), cpu, ports.origin())));
            } else if (answer instanceof Answer.BusOutcome outcome) {
                addBusOutcome(outcome);
            } else if (answer instanceof Answer.BusStart start) {
                addBusStart(start);
            }
        }
    }

    private void add(SourceKind kind, Answer.Outcome outcome) {
        boolean unknown = index.resource(outcome.resource()).isEmpty();
        boolean nothing = outcome.state() == RecordedState.UNASSIGNED || outcome.state() == RecordedState.DISABLED;
        if (unknown && nothing) {
            return;
        }
        byRank.get(rank(kind, outcome.resource())).add(outcome);
    }

    private int rank(SourceKind kind, ResourceKey key) {
        return switch (kind) {
            case KERNEL_LOG -> changedLater.contains(key) ? LOG_BEFORE_CHANGE : LOG;
            case SYSFS -> RESOURCE_FILE;
            default -> LSPCI;
        };
    }

    private void addBusOutcome(Answer.BusOutcome outcome) {
        if (outcome.busRange().isEmpty()) {
            addRegister(new Answer.Outcome(outcome.resource(), outcome.state(), Optional.empty(), outcome.origin()));
        } else {
            index.toCpu(outcome.resource().function(), outcome.space(), outcome.busRange().get())
                    .ifPresent(cpu -> addRegister(new Answer.Outcome(outcome.resource(), outcome.state(), Optional.of(cpu),
                            outcome.origin())));
        }
    }

    private void addBusStart(Answer.BusStart start) {
        index.resource(start.resource()).filter(expected -> expected.space() == start.space())
                .flatMap(expected -> AddressRange.tryOfSize(start.busStart(), expected.size()))
                .flatMap(range -> index.toCpu(start.resource().function(), start.space(), range))
                .ifPresent(cpu -> addRegister(placed(start.resource(), cpu, start.origin())));
    }

    private void addRegister(Answer.Outcome outcome) {
        if (index.resource(outcome.resource()).isPresent()) {
            byRank.get(REGISTERS).add(outcome);
        }
    }

    private static Answer.Outcome placed(ResourceKey key, AddressRange range, Origin origin) {
        return new Answer.Outcome(key, RecordedState.PLACED, Optional.of(range), origin);
    }

    private SortedMap<ResourceKey, Answer.Outcome> best(List<SourceFindings> sources) {
        SortedMap<ResourceKey, Answer.Outcome> best = new TreeMap<>();
        for (List<Answer.Outcome> rank : byRank) {
            rank.forEach(outcome -> best.putIfAbsent(outcome.resource(), outcome));
        }
        new OccupiedRanges(index, best).add(sources);
        Set<ResourceKey> shownBeforeChange = new HashSet<>();
        byRank.get(LOG_BEFORE_CHANGE).forEach(outcome -> shownBeforeChange.add(outcome.resource()));
        best.keySet().removeIf(key -> changedLater.contains(key) && !shownBeforeChange.contains(key));
        return best;
    }
}
