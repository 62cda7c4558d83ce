package org.pcitopo.conformance.prove;

import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;

/**
 * One resource of a person's topology, what stood for it, and how that went.
 *
 * @param wanted the resource, as simulated in that topology
 * @param name the function's name there, empty where it has none
 * @param model what QEMU calls the device that stands for its function; empty where none does
 * @param standIn the resource that stood for it, as simulated in QEMU's machine; empty where none did
 * @param exact whether that one has the same type and size; for a window whether there is one
 * @param kernel where the kernel put it; empty where it has no place, or nobody can tell
 * @param place whether the kernel put it where the simulation did
 * @param mapping whether vfio-pci said of it what the simulation did
 */
public record ProvenResource(AssignedResource wanted, String name, String model, Optional<AssignedResource> standIn, boolean exact,
        Optional<AddressRange> kernel, Verdict place, Verdict mapping) {

    /** How simulation and kernel compare. */
    public enum Verdict {
        EQUAL("equal"), DIFFERENT("different"),
        /** It stood there, but no source tells what the kernel did with it. */
        NOT_COMPARABLE("not comparable"),
        /** Nothing stood for it. */
        NOTHING_STOOD("nothing stood for it"),
        /** There is nothing to compare: no memory BAR, or vfio was not asked at all. */
        NONE("");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** As it is shown to people. */
        public String label() {
            return label;
        }
    }
}
