package org.pcitopo.simulator.advise;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;

/**
 * Finds the command line that lets vfio-pci map what is wanted and costs least.
 *
 * <p><b>The space.</b> A candidate keeps some of the entries that {@code resource_alignment=} has (with more than four: all, all but
 * one, or none), puts new ones in front of them, and may set or take away {@code realloc} and the options that reserve space for
 * hot-plugging, which are otherwise set to what is computed alone. The new entries name any set of functions that would feel it, all
 * with one order, from a page to 2<sup>24</sup>.
 *
 * <p><b>The conditions.</b> Everything wanted is mapped; no BAR, ROM or VF BAR that has a place loses it; no BAR that can be mapped
 * no longer can. Then {@link Cost} decides.
 *
 * <p><b>Why nothing better is left out.</b> Every set of functions is tried in every variant, except those that cost more than the
 * best by {@link LowerBound}, a bound that holds for every command line that loses nothing. The entries for a set are the fewest and
 * shortest by {@link EntryCover}. Functions that {@link Scope} leaves out share no window with what is wanted.
 */
public final class Advisor {

    private Advisor() {
    }

    /**
     * Answers {@code question}.
     *
     * @param shouldStop asked before each simulation; once it says yes, the best so far is the answer
     * @throws org.pcitopo.simulator.assign.TopologyException where no machine can be like that
     */
    public static Advice advise(Question question, BooleanSupplier shouldStop) {
        return advise(question, shouldStop, SearchSpace.HIGHEST_ORDER);
    }

    /** As {@link #advise(Question, BooleanSupplier)} with orders up to {@code highestOrder} alone. */
    static Advice advise(Question question, BooleanSupplier shouldStop, int highestOrder) {
        List<Simulation> before =
                question.boots().stream().map(boot -> Simulator.simulate(question.topology(), boot)).toList();
        List<Outcome> outcomes = before.stream().map(simulation -> new Outcome(simulation, question.wanted())).toList();
        Trials trials = new Trials(outcomes);
        int unmet = outcomes.stream().mapToInt(outcome -> outcome.unmetBefore().size()).sum();
        Champions champions = new Champions(unmet);
        boolean complete = unmet == 0 || search(before, outcomes, trials, champions, shouldStop, highestOrder);
        return new Advice(question, before,
                outcomes.stream().flatMap(outcome -> outcome.unmetBefore().stream()).distinct().sorted().toList(),
                proposal(trials, champions.best()), proposal(trials, champions.simpler()),
                champions.best().isPresent() ? Optional.empty() : proposal(trials, champions.tradeOff()),
                champions.best().isPresent() ? Optional.empty() : proposal(trials, champions.closest()), complete, trials.count());
    }

    private static boolean search(List<Simulation> before, List<Outcome> outcomes, Trials trials, Champions champions,
            BooleanSupplier shouldStop, int highestOrder) {
        Simulation first = before.get(0);
        PciOptions options = PciOptions.of(first.boot().commandLine(), first.boot().rules(),
                first.topology().platform().architecture());
        Targets targets = Targets.of(before);
        List<String> reserves = HotplugNeed.of(before, outcomes).options();
        SearchSpace space = SearchSpace.of(before, options, reserves, ignoresRequests(before) ? 0 : highestOrder);
        Scope scope = new Scope(targets, outcomes);
        return new Search(space, new Composer(before, targets, options), trials, new LowerBound(targets.all(), outcomes, targets),
                champions, scope, shouldStop).run();
    }

    /** Then every order comes to the same, and one is enough. */
    private static boolean ignoresRequests(List<Simulation> before) {
        return before.stream().allMatch(simulation -> simulation.topology().platform().probeOnly()
                && simulation.boot().rules().has(Behaviour.REQUESTS_RESPECT_FIRMWARE));
    }

    private static Optional<Proposal> proposal(Trials trials, Optional<Champions.Candidate> candidate) {
        return candidate.map(one -> trials.proposal(one.trial().cost().text(), one.trial().cost()));
    }
}
