package org.pcitopo.conformance.workshop;

import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuPlan;

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
     * Boots {@code plan} and makes the bundle.
     *
     * @param parameters kernel parameters beside those that the machine needs
     * @throws BootException where no recording comes of it
     */
    Bundle record(String name, QemuPlan plan, KernelFolder kernel, String parameters, Description description)
            throws BootException;
}
