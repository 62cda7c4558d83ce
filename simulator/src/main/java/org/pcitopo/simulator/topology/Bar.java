package org.pcitopo.simulator.topology;

import java.util.List;
import java.util.OptionalLong;

/**
 * A base address register of a function, or one VF BAR of a physical function.
 *
 * @param index register number 0 to 5 (a 64-bit BAR also takes {@code index + 1}); bridges have 0 and 1
 * @param type what the low register bits say
 * @param size bytes that the hardware decodes, a power of two; of one VF where this is a VF BAR
 * @param firmwareStart CPU address that firmware left in the register, 0 where it left 0; empty where the value is no
 *     address of any host window (the kernel prints {@code [mem size 0x…]})
 * @param fixed never moved: Enhanced Allocation or legacy IDE ports (the kernel's {@code IORESOURCE_PCI_FIXED})
 * @param resizableSizes the sizes that a Resizable BAR capability offers, ascending; empty without one
 */
public record Bar(int index, ResourceType type, long size, OptionalLong firmwareStart, boolean fixed,
        List<Long> resizableSizes) {

    public Bar {
        resizableSizes = List.copyOf(resizableSizes);
    }

    /** A BAR that firmware left at 0. */
    public static Bar of(int index, ResourceType type, long size) {
        return new Bar(index, type, size, OptionalLong.of(0), false, List.of());
    }

    /** A BAR that firmware placed. */
    public static Bar at(int index, ResourceType type, long size, long firmwareStart) {
        return new Bar(index, type, size, OptionalLong.of(firmwareStart), false, List.of());
    }

    public Bar withFirmwareStart(OptionalLong start) {
        return new Bar(index, type, size, start, fixed, resizableSizes);
    }

    public Bar withSize(long newSize) {
        return new Bar(index, type, newSize, firmwareStart, fixed, resizableSizes);
    }
}
