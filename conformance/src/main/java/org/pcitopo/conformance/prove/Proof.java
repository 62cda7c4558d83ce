package org.pcitopo.conformance.prove;

import java.util.List;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.Simulation;

/**
 * What became of a proof.
 *
 * @param wanted the simulation of the topology as a person wrote it
 * @param machine the machine of QEMU
 * @param qemuVersion as QEMU prints it
 * @param kernel which kernel was booted, for people
 * @param bundle what was recorded
 * @param stoodIn the simulation of the machine in QEMU, from the facts of the bundle
 * @param comparison that simulation beside what the kernel did
 * @param resources every resource of the person's topology
 * @param gaps what QEMU could not build, one each
 * @param remarks what else is not as it was asked for, a sentence each
 */
public record Proof(Simulation wanted, MachineKind machine, String qemuVersion, String kernel, Bundle bundle, Simulation stoodIn,
        ReplayResult comparison, List<ProvenResource> resources, List<Gap> gaps, List<String> remarks) {

    public Proof {
        resources = List.copyOf(resources);
        gaps = List.copyOf(gaps);
        remarks = List.copyOf(remarks);
    }

    /**
     * Where the machine in QEMU is not the person's.
     *
     * @param where the function, by its address in the person's topology, with its name
     * @param leftOut whether nothing stood for it and for what is below it
     * @param text what differs, and why
     */
    public record Gap(String where, boolean leftOut, String text) {
    }
}
