package org.pcitopo.dsl.problems.topology;

import java.util.Optional;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;

/** An MSI-X table, or its pending bits, that passes the end of its BAR. */
public final class MsixOutsideBar implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI112", "an MSI-X table does not fit into its BAR");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            for (MsixParts.Part part : MsixParts.of(machine, function)) {
                Optional<Bar> bar = function.bar(part.bar()).filter(held -> held.type().isMemory());
                if (bar.isPresent() && Unsigned.lessOrEqual(bar.get().size(), part.last())) {
                    ResourceName name = ResourceName.bar(part.bar());
                    report.add(Finding.of(KIND, MsixParts.region(machine, function), part.does("takes") + " "
                            + Quantities.size(part.size()) + " at offset " + Literals.addressText(part.offset()) + " of " + name
                            + ", which ends at " + Literals.addressText(bar.get().size() - 1)
                            + "; the driver would write vectors outside the device")
                            .withRelated(machine.region(function, name), name + " has " + Quantities.size(bar.get().size()))
                            .withHelp("compare offset and count with the 'MSI-X:' lines of lspci -vv"));
                }
            }
        }
    }
}
