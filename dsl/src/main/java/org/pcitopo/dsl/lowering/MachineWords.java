package org.pcitopo.dsl.lowering;

import java.util.Optional;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;

/** The words for a machine: the simulator's own, and {@code acpi} and {@code device-tree} for what the architecture makes of them. */
final class MachineWords {

    private MachineWords() {
    }

    static Optional<Machine> parse(String word, Architecture architecture) {
        return switch (word) {
            case "acpi" -> architecture == Architecture.AARCH64 ? Optional.of(Machine.ARM64_ACPI)
                    : architecture.isX86() ? Optional.of(Machine.X86) : Optional.empty();
            case "device-tree" -> Optional.of(architecture == Architecture.AARCH64 ? Machine.ARM64_DT : Machine.GENERIC_DT);
            default -> Machine.parse(word);
        };
    }
}
