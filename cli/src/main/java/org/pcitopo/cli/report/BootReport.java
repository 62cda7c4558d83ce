package org.pcitopo.cli.report;

import java.util.List;
import org.pcitopo.simulator.Simulation;

/**
 * One boot of a file, simulated.
 *
 * @param simulation what it comes to
 * @param problems what is to be said of it
 */
public record BootReport(Simulation simulation, List<Problem> problems) {

    public BootReport {
        problems = List.copyOf(problems);
    }
}
