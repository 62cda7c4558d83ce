package org.pcitopo.simulator.topology;

/**
 * A window of a host bridge.
 *
 * @param type the type bits that the platform sets: ACPI and device tree windows never carry the 64-bit bit, except on
 *     powernv and pseries (behaviour specification 4.2, 4.3, 4.5, C6)
 * @param range CPU addresses
 * @param offset CPU address minus bus address, modulo 2<sup>64</sup>
 */
public record HostWindow(ResourceType type, AddressRange range, long offset) {

    /** A window whose bus addresses equal its CPU addresses. */
    public static HostWindow of(ResourceType type, AddressRange range) {
        return new HostWindow(type, range, 0);
    }

    /** The window's bus addresses. */
    public AddressRange busRange() {
        return range.shifted(-offset).orElseThrow(
                () -> new IllegalStateException("host window " + range + " wraps around on the bus"));
    }
}
