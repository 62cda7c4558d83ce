package org.pcitopo.cli.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.Advisor;
import org.pcitopo.simulator.advise.Question;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/** Asks for the command line that maps what is passed through; where nothing is, everything is meant. */
public final class AdviceSearch {

    private AdviceSearch() {
    }

    /**
     * One line that serves all of {@code group}.
     *
     * @param group boots that differ in nothing but kernel and page size; at least one
     * @param shouldStop ends the search
     */
    public static Advice of(List<BootReport> group, BooleanSupplier shouldStop) {
        Set<ResourceKey> wanted = new TreeSet<>();
        group.forEach(report -> wanted.addAll(Question.wanted(report.simulation(), functions(report))));
        Question question = new Question(group.get(0).simulation().topology(),
                group.stream().map(BootReport::simulation).map(Simulation::boot).toList(), wanted);
        return Advisor.advise(question, shouldStop);
    }

    /** @param nanoseconds from now on */
    public static BooleanSupplier deadline(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        return () -> System.nanoTime() - end >= 0;
    }

    private static Set<PciAddress> functions(BootReport report) {
        return !report.passthrough().isEmpty() ? report.passthrough() : report.simulation().assignment().functions().stream()
                .map(EnumeratedFunction::address).collect(Collectors.toSet());
    }
}
