package org.pcitopo.conformance.prove;

import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.simulator.Simulation;

/**
 * A state of the machine that was recorded and compared: after its boot, or after something was done to it.
 *
 * @param what {@code boot}, or what was done before
 * @param bundle what was recorded
 * @param simulation of the machine in QEMU, from the facts of the bundle
 * @param comparison the simulation beside what the kernel did
 */
public record Stage(String what, Bundle bundle, Simulation simulation, ReplayResult comparison) {
}
