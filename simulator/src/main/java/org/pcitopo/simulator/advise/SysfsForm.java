package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.compare.ResourceChange;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * The same without a reboot: the list is written to {@code /sys/bus/pci/resource_alignment}, then functions are removed and found
 * again. What is placed then finds the room that the rest leaves, so it may end elsewhere than after a boot; it was simulated.
 *
 * @param request what is written
 * @param removed the functions to remove, in order
 * @param outcome what it comes to
 */
public record SysfsForm(String request, List<PciAddress> removed, Simulation outcome) {

    public SysfsForm {
        removed = List.copyOf(removed);
    }

    /**
     * The form for {@code proposal}; empty where it changes more than the list, where several boots are meant, or where no removal
     * that was tried does as well.
     */
    public static Optional<SysfsForm> of(Question question, Proposal proposal) {
        if (question.boots().size() != 1 || proposal.changesOptions()) {
            return Optional.empty();
        }
        Simulation before = Simulator.simulate(question.topology(), question.boots().get(0));
        Outcome outcome = new Outcome(before, question.wanted());
        for (List<PciAddress> removed : removals(before, proposal)) {
            // Before 5.14 the line end stays in the text, and from 4.19 it spoils the entry that it stands behind.
            for (String request : List.of(proposal.request(), proposal.request() + ";")) {
                Optional<Simulation> after = simulate(before, request, removed)
                        .filter(simulation -> isGood(outcome.judge(simulation)));
                if (after.isPresent()) {
                    return Optional.of(new SysfsForm(request, removed, after.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGood(Outcome.Judgement judgement) {
        return judgement.unmet().isEmpty() && judgement.lost().isEmpty();
    }

    private static Optional<Simulation> simulate(Simulation before, String request, List<PciAddress> removed) {
        Boot boot = before.boot();
        List<BootStep> steps = new ArrayList<>(boot.steps());
        steps.add(new BootStep.WriteResourceAlignment(request));
        removed.forEach(function -> steps.add(new BootStep.Remove(function)));
        steps.add(new BootStep.Rescan());
        try {
            return Optional.of(Simulator.simulate(before.topology(),
                    new Boot(boot.name(), boot.rules(), boot.pageSize(), boot.commandLine(), steps)));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }

    /** What changes size, what changes at all, and the bridges above that. */
    private static Set<List<PciAddress>> removals(Simulation before, Proposal proposal) {
        Set<PciAddress> resized = new TreeSet<>();
        Set<PciAddress> changed = new TreeSet<>();
        for (ResourceChange change : proposal.effects().get(0).resources()) {
            if (!change.key().name().isWindow()) {
                changed.add(change.key().function());
                if (change.kinds().contains(ResourceChange.Kind.GREW) || change.kinds().contains(ResourceChange.Kind.SHRANK)) {
                    resized.add(change.key().function());
                }
            }
        }
        Set<PciAddress> above = new TreeSet<>();
        for (EnumeratedFunction function : before.assignment().functions()) {
            if (changed.contains(function.address())) {
                above.add(function.parent().orElse(function.address()));
            }
        }
        Set<List<PciAddress>> removals = new LinkedHashSet<>();
        List.of(resized, changed, above).stream().filter(set -> !set.isEmpty()).forEach(set -> removals.add(List.copyOf(set)));
        return removals;
    }
}
