package org.pcitopo.simulator;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.assign.Assigner;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.RecordedKernels;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VfioPolicy;

/** Boots a machine on paper. */
public final class Simulator {

    private Simulator() {
    }

    /**
     * What {@code boot} makes of {@code topology}: where every resource ends and what vfio-pci says of every BAR.
     *
     * @throws org.pcitopo.simulator.assign.TopologyException where no machine can be like {@code topology}
     */
    public static Simulation simulate(Topology topology, Boot boot) {
        PciOptions options = PciOptions.of(boot.commandLine(), boot.rules(), topology.platform().architecture());
        Assignment assignment = Assigner.assign(topology, options, boot.pageSize(), boot.steps());
        return simulation(topology, boot, options, assignment,
                VfioPolicy.mappings(assignment, topology, boot.rules(), boot.pageSize()));
    }

    /** @param mappings those of physical functions */
    static Simulation simulation(Topology topology, Boot boot, PciOptions options, Assignment assignment, List<Mapping> mappings) {
        Platform platform = topology.platform();
        List<Mapping> all = new ArrayList<>(mappings);
        if (boot.steps().stream().anyMatch(BootStep.EnableVfs.class::isInstance)) {
            all.addAll(VfioPolicy.mappings(new VirtualFunctions(assignment).enabledBy(boot.steps())));
        }
        Evidence evidence =
                RecordedKernels.cover(boot.rules(), platform.machine()) ? Evidence.RECORDED : Evidence.INFERRED;
        return new Simulation(topology, boot, assignment, all, evidence, Assumptions.of(topology, boot, options));
    }
}
