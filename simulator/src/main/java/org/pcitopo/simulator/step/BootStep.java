package org.pcitopo.simulator.step;

import org.pcitopo.simulator.topology.PciAddress;

/** Something that is done to a machine after it booted. */
public sealed interface BootStep {

    /** {@code echo TEXT > /sys/bus/pci/resource_alignment}. */
    record WriteResourceAlignment(String text) implements BootStep {
    }

    /** {@code echo 1 > …/ADDRESS/remove}. */
    record Remove(PciAddress function) implements BootStep {
    }

    /** {@code echo 1 > /sys/bus/pci/rescan}: whatever was removed and is in the topology comes back. */
    record Rescan() implements BootStep {
    }

    /** {@code echo N > …/ADDRESS/sriov_numvfs}. */
    record EnableVfs(PciAddress function, int count) implements BootStep {
    }

    /**
     * {@code echo LOG2 > …/ADDRESS/resourceN_resize}; nothing happens where the BAR's capability does not offer that size.
     *
     * @param size the new size in bytes, a power of two from 1 MiB
     */
    record ResizeBar(PciAddress function, int bar, long size) implements BootStep {
    }
}
