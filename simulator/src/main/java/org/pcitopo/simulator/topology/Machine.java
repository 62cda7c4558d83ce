package org.pcitopo.simulator.topology;

import java.util.Optional;

/** Which flow the kernel takes from firmware's state to an assignment (behaviour specification 4). */
public enum Machine {
    /** x86: claim what firmware assigned, place the rest. */
    X86("x86"),
    /** arm64 booted with a device tree: {@code pci-host-generic} and its like. */
    ARM64_DT("arm64-dt"),
    /** arm64 booted with ACPI. */
    ARM64_ACPI("arm64-acpi"),
    /** Bare-metal OpenPOWER with IODA host bridges. */
    POWERNV("powernv"),
    /** POWER under a hypervisor. */
    PSERIES("pseries"),
    /** Any other machine with a device tree: arm32, ppc32, MIPS, riscv. */
    GENERIC_DT("generic-dt");

    private final String id;

    Machine(String id) {
        this.id = id;
    }

    /** As the language and the published JSON write it. */
    public String id() {
        return id;
    }

    /** The inverse of {@link #id}. */
    public static Optional<Machine> parse(String text) {
        for (Machine candidate : values()) {
            if (candidate.id.equals(text)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
