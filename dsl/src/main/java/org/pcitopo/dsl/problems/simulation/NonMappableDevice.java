package org.pcitopo.dsl.problems.simulation;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/** A device whose BARs the kernel never lets be mapped. */
public final class NonMappableDevice implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI306", "the kernel never maps the BARs of this device");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (Mapping mapping : boot.simulation().mappings()) {
            boolean refused = mapping.reason().filter(reason -> reason == Reason.NON_MAPPABLE_DEVICE).isPresent();
            if (refused && boot.passthrough().contains(mapping.function())) {
                ResourceKey key = BootContext.keyOf(mapping);
                report.add(Finding.of(KIND, boot.region(key), key.name() + " of " + boot.nameOf(mapping.function())
                        + " is never mapped: the kernel marks the device so, or has no mmap for vfio on this architecture; every "
                        + "guest access exits to the VMM")
                        .withHelp("nothing on the command line changes that")
                        .about(mapping.function(), mapping.bar()).in(boot.id()));
            }
        }
    }
}
