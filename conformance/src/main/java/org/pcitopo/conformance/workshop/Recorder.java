package org.pcitopo.conformance.workshop;

import java.util.List;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.step.BootStep;

/** Whoever boots machines and says what their kernels did. */
public interface Recorder {

    /**
     * The kernel that {@code choice} names, fetched where it is missing.
     *
     * @throws BootException where there is none, or it is of another architecture
     */
    KernelFolder kernel(KernelChoice choice, MachineKind machine) throws BootException;

    /**
     * What QEMU calls its version, as {@code 7.2.22}.
     *
     * @throws BootException where it is not installed; the message says how to install it
     */
    String qemuVersion(MachineKind machine) throws BootException;

    /**
     * Boots {@code plan}, does {@code steps} to it, and makes a bundle of its state before them and one of its state after each.
     *
     * @param parameters kernel parameters beside those that the machine needs
     * @throws BootException where no recording comes of it
     */
    List<Bundle> record(String name, QemuPlan plan, KernelFolder kernel, String parameters, List<BootStep> steps,
            Description description) throws BootException;

    /** As the other, where nothing is done after the boot. */
    default Bundle record(String name, QemuPlan plan, KernelFolder kernel, String parameters, Description description)
            throws BootException {
        return record(name, plan, kernel, parameters, List.of(), description).get(0);
    }
}
