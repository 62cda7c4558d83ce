package org.pcitopo.conformance.prove;

import java.util.List;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.Simulation;

/**
 * What became of a proof.
 *
 * @param wanted the simulation of the topology as a person wrote it
 * @param machine the machine of QEMU
 * @param qemuVersion as QEMU prints it
 * @param kernel which kernel was booted, for people
 * @param stages the boot, then each step that was done after it; at least one
 * @param resources every resource of the person's topology, after the boot
 * @param gaps what QEMU could not build, one each
 * @param remarks what else is not as it was asked for, a sentence each
 */
public record Proof(Simulation wanted, MachineKind machine, String qemuVersion, String kernel, List<Stage> stages,
        List<ProvenResource> resources, List<Gap> gaps, List<String> remarks) {

    public Proof {
        stages = List.copyOf(stages);
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

    /** The state after the boot. */
    public Stage boot() {
        return stages.get(0);
    }

    /** Whether the kernel did what the simulation says, in every stage. */
    public boolean isEqual() {
        // After a step there may be nothing left to compare.
        return boot().comparison().isIdentical() && stages.stream().allMatch(stage -> stage.comparison().differences().isEmpty());
    }
}
