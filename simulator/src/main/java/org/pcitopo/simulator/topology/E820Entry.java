package org.pcitopo.simulator.topology;

/**
 * An entry of the x86 firmware memory map.
 *
 * @param range physical addresses
 * @param type firmware's word for it: {@code usable}, {@code reserved}, {@code ACPI data}, …
 */
public record E820Entry(AddressRange range, String type) {

    public boolean usable() {
        return type.equals("usable");
    }
}
