package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.topology.ResourceKey;

/** Boots every machine of the question with other command lines. */
final class Trials {

    private final List<Outcome> outcomes;
    private int count;

    Trials(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * What one command line comes to.
     *
     * @param unmet what is wanted and not mapped, counted over all boots
     * @param lost BARs lost, likewise
     * @param cost its cost
     */
    record Trial(int unmet, int lost, Cost cost) {
    }

    int count() {
        return count;
    }

    /** Simulates; empty where no machine can be like that, or where the kernel would cut the line off. */
    Optional<Trial> with(String commandLine) {
        Simulation first = outcomes.get(0).before();
        int most = Math.max(LineLength.most(first.topology().platform().architecture()), first.boot().commandLine().length());
        if (commandLine.length() > most) {
            return Optional.empty();
        }
        count++;
        int unmet = 0;
        int lost = 0;
        int moved = 0;
        int enlarged = 0;
        long space = 0;
        for (Outcome outcome : outcomes) {
            Optional<Simulation> after = simulate(outcome, commandLine);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            Outcome.Judgement judgement = outcome.judge(after.get());
            unmet += judgement.unmet().size();
            lost += judgement.lost().size();
            moved += judgement.moved();
            enlarged += judgement.enlarged();
            space += judgement.space();
        }
        return Optional.of(new Trial(unmet, lost, new Cost(moved, enlarged, entries(commandLine), space, commandLine)));
    }

    private static Optional<Simulation> simulate(Outcome outcome, String commandLine) {
        Boot boot = outcome.before().boot();
        try {
            return Optional.of(Simulator.simulate(outcome.before().topology(),
                    new Boot(boot.name(), boot.rules(), boot.pageSize(), commandLine, boot.steps())));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }

    /** The entries and options that {@link Cost#entries} counts. */
    int entries(String commandLine) {
        PciOptions options = options(commandLine);
        return options.alignmentRequests().entries().size() + governing(commandLine).size();
    }

    /** The options that govern windows, as they are written. */
    private List<String> governing(String commandLine) {
        return options(commandLine).pieces().stream().filter(piece -> piece.option().map(PciOption::name)
                .filter(name -> OptionChange.REALLOC.contains(name) || OptionChange.RESERVES.contains(name)).isPresent())
                .map(piece -> piece.text().text()).toList();
    }

    private PciOptions options(String commandLine) {
        Simulation first = outcomes.get(0).before();
        return PciOptions.of(commandLine, first.boot().rules(), first.topology().platform().architecture());
    }

    /** The whole story of a command line that was tried. */
    Proposal proposal(String commandLine, Cost cost) {
        List<Simulation> simulations = new ArrayList<>();
        List<Comparison> effects = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        Set<ResourceKey> unmet = new HashSet<>();
        Set<ResourceKey> lost = new HashSet<>();
        for (Outcome outcome : outcomes) {
            Simulation after = simulate(outcome, commandLine).orElseThrow();
            Outcome.Judgement judgement = outcome.judge(after);
            simulations.add(after);
            costs.add(new Cost(judgement.moved(), judgement.enlarged(), cost.entries(), judgement.space(), commandLine));
            effects.add(Comparison.between(outcome.before(), after));
            unmet.addAll(judgement.unmet());
            lost.addAll(judgement.lost());
        }
        String before = outcomes.get(0).before().boot().commandLine();
        return new Proposal(commandLine, TextChange.between(before, commandLine),
                options(commandLine).alignmentRequests().text().text(), !governing(before).equals(governing(commandLine)), cost, costs,
                simulations, effects, unmet.stream().sorted().toList(), lost.stream().sorted().toList());
    }
}
