package org.pcitopo.simulator.topology;

/**
 * A range that something other than a PCI function owns before the kernel assigns: motherboard resources of PnP and ACPI,
 * quirks, IO-APICs, ECAM (behaviour specification 4.2 step 5).
 *
 * @param space I/O or memory
 * @param range CPU addresses
 * @param owner as the kernel names it, such as {@code PNP 00:03}
 */
public record Reservation(Space space, AddressRange range, String owner) {
}
