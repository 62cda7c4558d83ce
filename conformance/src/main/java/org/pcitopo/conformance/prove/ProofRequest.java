package org.pcitopo.conformance.prove;

import java.util.Optional;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.simulator.Simulation;

/**
 * What is to be proven.
 *
 * @param wanted the simulation of the topology as a person wrote it
 * @param machine the machine of QEMU to build it in; empty for the one that is most like its platform
 * @param kernel the kernel to boot; empty for the one of Debian's that is most like the boot's
 */
public record ProofRequest(Simulation wanted, Optional<MachineKind> machine, Optional<KernelChoice> kernel) {
}
