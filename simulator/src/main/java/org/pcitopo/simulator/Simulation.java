package org.pcitopo.simulator;

import java.util.List;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * What one boot of one machine comes to.
 *
 * @param topology the machine
 * @param boot the boot
 * @param assignment where every resource ended
 * @param mappings what vfio-pci says of every BAR of every endpoint, by function, then by BAR
 * @param evidence how far the rules are proven
 * @param assumptions what was taken for granted
 */
public record Simulation(Topology topology, Boot boot, Assignment assignment, List<Mapping> mappings, Evidence evidence,
        List<Assumption> assumptions) {

    public Simulation {
        mappings = List.copyOf(mappings);
        assumptions = List.copyOf(assumptions);
    }
}
