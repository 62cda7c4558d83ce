package org.pcitopo.dsl.problems.finder;

import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.simulator.Simulation;

/**
 * One boot and what it comes to.
 *
 * @param id which boot
 * @param lowered the boot as written
 * @param simulation what it comes to
 */
public record SimulatedBoot(BootId id, LoweredBoot lowered, Simulation simulation) {
}
