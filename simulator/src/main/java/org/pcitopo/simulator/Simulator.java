package org.pcitopo.simulator;

import java.util.List;
import org.pcitopo.simulator.assign.Assigner;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.RecordedKernels;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.VfioPolicy;
import org.pcitopo.simulator.vfio.VirtualFunction;

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
        Platform platform = topology.platform();
        PciOptions options = PciOptions.of(boot.commandLine(), boot.rules(), platform.architecture());
        Assignment assignment = Assigner.assign(topology, options, boot.pageSize(), boot.steps());
        List<VirtualFunction> virtualFunctions = new VirtualFunctions(assignment).enabledBy(boot.steps());
        List<Mapping> mappings =
                VfioPolicy.mappings(assignment, topology, virtualFunctions, boot.rules(), boot.pageSize());
        Evidence evidence =
                RecordedKernels.cover(boot.rules(), platform.machine()) ? Evidence.RECORDED : Evidence.INFERRED;
        return new Simulation(topology, boot, assignment, mappings, evidence, Assumptions.of(topology, boot, options));
    }
}
