package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;

/** An MSI-X table, or its pending bits, in an I/O BAR. */
public final class MsixOnIoBar implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI113", "an MSI-X table lies in an I/O BAR");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            for (MsixParts.Part part : MsixParts.of(machine, function)) {
                if (function.bar(part.bar()).map(bar -> bar.type().isIo()).orElse(false)) {
                    ResourceName name = ResourceName.bar(part.bar());
                    report.add(Finding.of(KIND, MsixParts.region(machine, function), part.does("lies") + " in " + name
                            + ", which is an I/O BAR; the PCI specification allows memory BARs only")
                            .withRelated(machine.region(function, name), name + " is an I/O BAR")
                            .withHelp("compare with the 'MSI-X:' lines of lspci -vv, which name the BAR"));
                }
            }
        }
    }
}
