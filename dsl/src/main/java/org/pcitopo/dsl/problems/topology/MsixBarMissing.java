package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Function;

/** An MSI-X table, or its pending bits, in a BAR that the function does not have. */
public final class MsixBarMissing implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI114", "an MSI-X table lies in a BAR that does not exist");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            for (MsixParts.Part part : MsixParts.of(machine, function)) {
                if (function.bar(part.bar()).isEmpty()) {
                    report.add(Finding.of(KIND, MsixParts.region(machine, function), part.does("lies") + " in BAR " + part.bar()
                            + ", but the function has no such BAR; without it the driver gets no MSI-X vectors")
                            .withHelp(function.bars().isEmpty() ? "write the BAR"
                                    : "write BAR " + part.bar() + ", or one of those that the function has: "
                                            + Quantities.list(function.bars().stream().map(bar -> "BAR " + bar.index())
                                                    .toList(), 6)));
                }
            }
        }
    }
}
