package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * Which functions may be named. Those below other host bridges are left out: they share no window with what is wanted. So are
 * bridges that have no BAR and stand above nothing that is unmet, since what they lose is not in the way.
 */
final class Scope {

    private final Targets targets;
    private final List<Outcome> outcomes;
    private final Set<ResourceKey> unmet = new TreeSet<>();
    private final Set<String> roots = new HashSet<>();
    private final Set<PciAddress> above = new HashSet<>();

    Scope(Targets targets, List<Outcome> outcomes) {
        this.targets = targets;
        this.outcomes = outcomes;
        outcomes.forEach(outcome -> unmet.addAll(outcome.unmetBefore()));
        for (ResourceKey key : unmet) {
            Target target = targets.at(key.function());
            roots.add(target.root());
            above.addAll(target.match().upstream());
        }
    }

    /** Indexes of the functions that feel a request of {@code alignment} bytes and may matter, in scan order. */
    List<Integer> nameable(long alignment) {
        return targets.all().stream().filter(target -> roots.contains(target.root()))
                .filter(target -> target.losesWindows() && above.contains(target.match().address())
                        || !target.sizes().isEmpty() && target.feels(alignment) && !onlyLosesWindows(target, alignment))
                .map(Target::index).toList();
    }

    private static boolean onlyLosesWindows(Target target, long alignment) {
        return target.losesWindows() && !target.everyBar()
                && target.sizes().stream().noneMatch(size -> Long.compareUnsigned(size, alignment) < 0);
    }

    /** What a person would name: nobody, what is unmet, its neighbours in its pages, all of its kind, the bridges above, everybody. */
    Set<BitSet> usual(BitSet nobody) {
        BitSet wanted = new BitSet();
        BitSet neighbours = new BitSet();
        BitSet bridges = new BitSet();
        for (ResourceKey key : unmet) {
            wanted.set(targets.at(key.function()).index());
            for (Outcome outcome : outcomes) {
                outcome.sharedWith(key).forEach(other -> neighbours.set(targets.at(other.function()).index()));
            }
        }
        above.forEach(bridge -> bridges.set(targets.at(bridge).index()));
        BitSet kind = new BitSet();
        targets.all().stream().filter(target -> wanted.stream()
                .anyMatch(index -> targets.all().get(index).match().ids().equals(target.match().ids())))
                .forEach(target -> kind.set(target.index()));
        BitSet everybody = new BitSet();
        everybody.set(0, targets.all().size());
        List<BitSet> sets = new ArrayList<>(List.of(nobody, wanted, neighbours, union(wanted, neighbours), kind,
                union(kind, neighbours), everybody));
        for (BitSet set : List.copyOf(sets)) {
            sets.add(union(set, bridges));
        }
        return new LinkedHashSet<>(sets);
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
