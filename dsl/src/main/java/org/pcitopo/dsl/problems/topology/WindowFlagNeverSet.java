package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;

/** A flag of a host window that the platform never sets (behaviour specification 4.2, 4.3). */
public final class WindowFlagNeverSet implements MachineRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI118", "a window has a flag that the platform never sets");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        Machine flow = machine.topology().platform().machine();
        if (flow == Machine.POWERNV || flow == Machine.PSERIES) {
            return;
        }
        for (HostBridge host : machine.topology().hostBridges()) {
            machine.sources().of(host).ifPresent(written -> written.getMembers().stream()
                    .filter(org.pcitopo.dsl.model.HostWindow.class::isInstance)
                    .map(org.pcitopo.dsl.model.HostWindow.class::cast)
                    .map(org.pcitopo.dsl.model.HostWindow::getResource).forEach(resource -> check(resource, flow, report)));
        }
    }

    private static void check(Resource resource, Machine flow, Report report) {
        int index = resource.getFlags().indexOf(ResourceFlag.BITS64);
        if (index >= 0) {
            TextRegion flag = Regions.of(resource, ModelPackage.Literals.RESOURCE__FLAGS, index);
            report.add(Finding.of(KIND, flag, "no host window of " + flow.id() + " is marked 64bit, whatever its addresses: the "
                    + "kernel takes the flags from " + (flow == Machine.X86 || flow == Machine.ARM64_ACPI ? "ACPI" : "the device "
                    + "tree") + " and never sets this one, and a 64-bit BAR finds its window all the same; the flag is ignored")
                    .withFix(Fix.replace("remove 64bit", flag, "")));
        }
    }
}
