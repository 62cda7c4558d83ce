package org.pcitopo.dsl.problems.finder;

import java.util.List;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.simulator.Simulation;

/**
 * One boot that was looked at.
 *
 * @param id which boot
 * @param lowered the boot as written
 * @param simulation what it comes to
 * @param problems the problems that show in it
 */
public record CheckedBoot(BootId id, LoweredBoot lowered, Simulation simulation, List<Problem> problems) {

    public CheckedBoot {
        problems = List.copyOf(problems);
    }
}
