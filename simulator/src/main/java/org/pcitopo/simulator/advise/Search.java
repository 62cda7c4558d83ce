package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Goes through the space: first what a person would try, then what differs in one thing from the best, then everything, in the order
 * of what it costs at least, so that it can end where nothing cheaper is left.
 */
final class Search {

    /** Sets of functions that wait to be tried; far more than can be simulated in the time that anybody waits. */
    private static final int MOST_WAITING = 400_000;

    private final SearchSpace space;
    private final Composer composer;
    private final Trials trials;
    private final LowerBound bound;
    private final Champions champions;
    private final Scope scope;
    private final BooleanSupplier shouldStop;
    private final Set<String> tried = new HashSet<>();
    private final Map<Variant, List<Integer>> nameable = new HashMap<>();
    private boolean stopped;

    Search(SearchSpace space, Composer composer, Trials trials, LowerBound bound, Champions champions, Scope scope,
            BooleanSupplier shouldStop) {
        this.space = space;
        this.composer = composer;
        this.trials = trials;
        this.bound = bound;
        this.champions = champions;
        this.scope = scope;
        this.shouldStop = shouldStop;
    }

    /** A variant, some functions, and the least that both cost together. */
    private record Node(int order, Variant variant, BitSet named, int next, int moved, int enlarged) {
    }

    /** Searches; returns whether nothing was left out. */
    boolean run() {
        tryTheUsual();
        climb();
        return everything() && !stopped;
    }

    private void tryTheUsual() {
        for (Variant variant : space.variants()) {
            for (BitSet named : scope.usual(new BitSet())) {
                attempt(variant, restricted(named, variant));
            }
        }
    }

    private BitSet restricted(BitSet named, Variant variant) {
        BitSet possible = new BitSet();
        nameable(variant).forEach(possible::set);
        possible.and(named);
        return possible;
    }

    private List<Integer> nameable(Variant variant) {
        return nameable.computeIfAbsent(variant, unused -> scope.nameable(composer.alignment(variant)));
    }

    /** From the best so far to what differs in one function or in the variant, as long as that is better. */
    private void climb() {
        boolean better = true;
        while (better && !stopped && champions.best().isPresent()) {
            better = false;
            Champions.Candidate from = champions.best().get();
            for (int at : nameable(from.variant())) {
                BitSet named = (BitSet) from.named().clone();
                named.flip(at);
                better |= attempt(from.variant(), named);
            }
            for (Variant variant : space.variants()) {
                better |= attempt(variant, restricted(from.named(), variant));
            }
        }
    }

    /** Every set of functions in every variant, the cheapest first; false where there are too many. */
    private boolean everything() {
        PriorityQueue<Node> waiting = new PriorityQueue<>(Comparator.comparingInt(Node::moved)
                .thenComparingInt(Node::enlarged).thenComparingInt(Node::order).thenComparingInt(node -> node.named().cardinality()));
        for (int i = 0; i < space.variants().size(); i++) {
            Variant variant = space.variants().get(i);
            BitSet nobody = new BitSet();
            waiting.add(new Node(i, variant, nobody, 0, bound.moved(nobody, variant), 0));
        }
        boolean all = true;
        while (!waiting.isEmpty() && !stopped) {
            Node node = waiting.poll();
            if (tooDear(node.moved(), node.enlarged())) {
                return all;
            }
            attempt(node.variant(), node.named());
            List<Integer> possible = nameable(node.variant());
            for (int next = node.next(); next < possible.size() && !stopped; next++) {
                BitSet named = (BitSet) node.named().clone();
                named.set(possible.get(next));
                int moved = bound.moved(named, node.variant());
                int enlarged = node.enlarged() + bound.enlarged(possible.get(next), node.variant());
                if (waiting.size() >= MOST_WAITING) {
                    all = false;
                } else if (!tooDear(moved, enlarged)) {
                    waiting.add(new Node(node.order(), node.variant(), named, next + 1, moved, enlarged));
                }
            }
        }
        return all;
    }

    private boolean tooDear(int moved, int enlarged) {
        Optional<Cost> best = champions.best().map(candidate -> candidate.trial().cost());
        return best.isPresent() && (moved > best.get().moved()
                || moved == best.get().moved() && enlarged > best.get().enlarged());
    }

    /** Tries one command line unless it was tried before; returns whether it is the best now. */
    private boolean attempt(Variant variant, BitSet named) {
        if (stopped || shouldStop.getAsBoolean()) {
            stopped = true;
            return false;
        }
        String text = composer.text(variant, named);
        if (!tried.add(text)) {
            return false;
        }
        return trials.with(text).map(trial -> champions.consider(new Champions.Candidate(variant, named, trial))).orElse(false);
    }

    /** What was tried, for tests. */
    List<String> tried() {
        return new ArrayList<>(tried);
    }
}
