package org.pcitopo.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.HotplugBudget;
import org.pcitopo.simulator.advise.Obstacle;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.advise.Remedies;
import org.pcitopo.simulator.advise.Remedy;
import org.pcitopo.simulator.advise.SriovBudget;
import org.pcitopo.simulator.advise.SysfsForm;

/**
 * An answer and what goes with it.
 *
 * @param advice the answer
 * @param allowLoss whether a trade-off counts as one
 * @param obstacles what stands in the way where nothing was found
 * @param remedies what outside the command line would help then
 * @param sysfs the same without a reboot, where that works
 * @param sriov how many virtual functions can be had then
 * @param hotplug what hot-plug ports can still take then
 */
public record AdviceReport(Advice advice, boolean allowLoss, List<Obstacle> obstacles, List<Remedy> remedies,
        Optional<SysfsForm> sysfs, List<SriovBudget> sriov, List<HotplugBudget> hotplug) {

    public AdviceReport {
        obstacles = List.copyOf(obstacles);
        remedies = List.copyOf(remedies);
        sriov = List.copyOf(sriov);
        hotplug = List.copyOf(hotplug);
    }

    /**
     * With everything that follows from {@code advice}.
     *
     * @param shouldStop ends the search for what would help
     */
    public static AdviceReport of(Advice advice, boolean allowLoss, BooleanSupplier shouldStop) {
        Optional<Proposal> proposal = proposal(advice, allowLoss);
        Simulation then = proposal.map(one -> one.outcomes().get(0)).orElse(advice.before().get(0));
        return new AdviceReport(advice, allowLoss, Obstacle.of(advice), Remedies.of(advice, shouldStop), advice.best().flatMap(best -> SysfsForm.of(advice.question(), best)), SriovBudget.of(then), HotplugBudget.of(then));
    }

    /** What is proposed. */
    public Optional<Proposal> proposal() {
        return proposal(advice, allowLoss);
    }

    private static Optional<Proposal> proposal(Advice advice, boolean allowLoss) {
        return advice.best().or(() -> allowLoss ? advice.tradeOff() : Optional.empty());
    }

    /** Whether everything wanted is mapped, as things are or as proposed. */
    public boolean isGood() {
        return advice.nothingToDo() || proposal().isPresent();
    }
}
