package org.pcitopo.cli.report;

import java.util.List;
import java.util.Set;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * One boot of a file, simulated.
 *
 * @param simulation what it comes to
 * @param problems what is to be said of it
 * @param passthrough the functions that it hands to guests
 */
public record BootReport(Simulation simulation, List<Problem> problems, Set<PciAddress> passthrough) {

    public BootReport {
        problems = List.copyOf(problems);
        passthrough = Set.copyOf(passthrough);
    }
}
