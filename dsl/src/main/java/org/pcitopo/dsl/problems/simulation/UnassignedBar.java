package org.pcitopo.dsl.problems.simulation;

import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.ResourceName;

/** A BAR, ROM or VF BAR that finds no place, with the chain of windows that have no room for it. */
public final class UnassignedBar implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI302", "a BAR finds no place");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (AssignedResource resource : boot.simulation().assignment().resources()) {
            if (resource.state() == ResourceState.UNASSIGNED && !resource.key().name().isWindow() && resource.size() != 0) {
                report.add(Unassigned.finding(KIND, boot, resource, severity(resource), consequence(resource)));
            }
        }
    }

    private static Severity severity(AssignedResource resource) {
        boolean minor = resource.type().isIo() || resource.key().name() == ResourceName.ROM;
        return minor ? Severity.INFO : Severity.WARNING;
    }

    private static String consequence(AssignedResource resource) {
        if (resource.key().name() == ResourceName.ROM) {
            return "its ROM cannot be read, which few drivers need";
        }
        if (resource.key().name().isVfBar()) {
            return "no VF can be enabled";
        }
        return resource.type().isIo() ? "a driver that needs these ports cannot use the function"
                : "its driver cannot enable the function, and vfio-pci has nothing to map";
    }
}
