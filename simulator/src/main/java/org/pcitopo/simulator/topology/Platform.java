package org.pcitopo.simulator.topology;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What holds for every boot of a machine unless a boot says otherwise.
 *
 * @param architecture processor architecture
 * @param machine the flow from firmware to assignment
 * @param pageSize bytes, a power of two
 * @param isolatedMsi the host isolates MSIs per device (IOMMU_CAP_INTR_REMAP up to 6.2, isolated MSI from 6.3)
 * @param probeOnly the device tree's {@code linux,pci-probe-only}
 * @param e820 the firmware memory map, x86 only; empty where not known
 * @param defaultAlignment overrides the architecture's default alignment, bytes; 0 switches it off
 * @param config kernel configuration that matters: {@code PCI_IOV}, {@code PCI_REALLOC_ENABLE_AUTO}, {@code ISA}, …
 */
public record Platform(Architecture architecture, Machine machine, long pageSize, boolean isolatedMsi, boolean probeOnly,
        List<E820Entry> e820, OptionalLong defaultAlignment, Map<String, Boolean> config) {

    /** @throws IllegalArgumentException where {@code pageSize} is no power of two */
    public Platform {
        if (!Unsigned.isPowerOfTwo(pageSize)) {
            throw new IllegalArgumentException("page size is no power of two: " + pageSize);
        }
        e820 = List.copyOf(e820);
        config = Map.copyOf(config);
    }

    /** A platform with the architecture's usual settings and nothing else known. */
    public static Platform of(Architecture architecture, Machine machine, long pageSize) {
        return new Platform(architecture, machine, pageSize, false, false, List.of(), OptionalLong.empty(), Map.of());
    }

    /** Whether kernel configuration {@code name} (without {@code CONFIG_}) is set; {@code usual} where not known. */
    public boolean configured(String name, boolean usual) {
        return config.getOrDefault(name, usual);
    }

    /** Whether the kernel reads BARs and ROMs from the device tree, which marks no ROM prefetchable (pseries; C6). */
    public boolean romsComeFromDeviceTree() {
        return machine == Machine.PSERIES;
    }
}
