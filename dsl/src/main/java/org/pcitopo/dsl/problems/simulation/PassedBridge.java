package org.pcitopo.dsl.problems.simulation;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.EnumeratedFunction;

/** A bridge that is marked passthrough: vfio-pci binds endpoints alone (behaviour specification 7.1). */
public final class PassedBridge implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI307", "a bridge cannot be handed to a guest");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
            if (function.description().bridge().isPresent() && boot.passthrough().contains(function.address())) {
                report.add(Finding.of(KIND, boot.region(function.address()), boot.nameOf(function.address())
                        + " is a bridge; vfio-pci binds no bridges, so it cannot be handed to a guest")
                        .withHelp("mark the functions below it")
                        .about(function.address()).in(boot.id()));
            }
        }
    }
}
