package org.pcitopo.simulator.advise;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * How many functions move and how many resources are enlarged at least, known before anything is simulated.
 *
 * <p>A command line that loses nothing gives a place to each BAR that has one. One that is smaller than what a request asks for is
 * enlarged then (unless sizes are kept), and placed at a multiple of that: where it is at no such place now, its function moves. A
 * wanted BAR that lies within a page moves in any case. Both numbers only grow with every function that is named.
 */
final class LowerBound {

    private final List<Target> targets;
    private final List<Outcome> outcomes;
    private final List<BitSet> movesAnyway;
    private final Map<Long, int[]> enlarged = new HashMap<>();

    LowerBound(List<Target> targets, List<Outcome> outcomes, Targets byAddress) {
        this.targets = targets;
        this.outcomes = outcomes;
        this.movesAnyway = outcomes.stream().map(outcome -> {
            BitSet moves = new BitSet();
            for (ResourceKey key : outcome.unmetBefore()) {
                if (outcome.hasToMove(key)) {
                    moves.set(byAddress.at(key.function()).index());
                }
            }
            return moves;
        }).toList();
    }

    /** Functions that move at least where {@code named} are asked for {@code variant}'s alignment, over all boots. */
    int moved(BitSet named, Variant variant) {
        int moved = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            BitSet moves = (BitSet) movesAnyway.get(i).clone();
            for (int at = named.nextSetBit(0); at >= 0; at = named.nextSetBit(at + 1)) {
                if (!moves.get(at) && hasToMove(i, at, variant)) {
                    moves.set(at);
                }
            }
            moved += moves.cardinality();
        }
        return moved;
    }

    private boolean hasToMove(int boot, int target, Variant variant) {
        Outcome outcome = outcomes.get(boot);
        long alignment = variant.alignment(outcome.before().boot().pageSize());
        return outcome.movable(targets.get(target).match().address()).stream()
                .anyMatch(resource -> Unsigned.less(resource.hardwareSize(), alignment)
                        && !Unsigned.isAligned(resource.range().orElseThrow().start(), alignment));
    }

    /** BARs and ROMs of {@code target} that a request of {@code variant} enlarges, over all boots. */
    int enlarged(int target, Variant variant) {
        if (variant.keepsSize()) {
            return 0;
        }
        int[] known = enlarged.computeIfAbsent((long) variant.order(), order -> new int[targets.size()]);
        if (known[target] == 0) {
            int count = 0;
            for (Outcome outcome : outcomes) {
                long alignment = variant.alignment(outcome.before().boot().pageSize());
                for (AssignedResource resource : outcome.movable(targets.get(target).match().address())) {
                    count += Unsigned.less(resource.hardwareSize(), alignment) ? 1 : 0;
                }
            }
            known[target] = count + 1;
        }
        return known[target] - 1;
    }
}
