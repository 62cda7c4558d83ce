package org.pcitopo.dsl.problems.simulation;

import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;

/** A bridge window that finds no place, so nothing below it has one. */
public final class UnassignedWindow implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI303", "a bridge window finds no place");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (AssignedResource resource : boot.simulation().assignment().resources()) {
            if (resource.state() == ResourceState.UNASSIGNED && resource.key().name().isWindow() && resource.size() != 0) {
                report.add(Unassigned.finding(KIND, boot, resource,
                        resource.type().isIo() ? Severity.INFO : Severity.WARNING,
                        "nothing below the bridge that needs this window has a place"));
            }
        }
    }
}
