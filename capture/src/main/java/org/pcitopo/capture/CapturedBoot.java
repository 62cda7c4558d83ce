package org.pcitopo.capture;

import java.util.List;
import java.util.Optional;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;

/**
 * The boot that the sources recorded.
 *
 * @param kernelText what {@code uname -r} printed, where a source tells
 * @param releases the releases whose rules may apply: exactly one where known, else a range inferred from the wording
 * @param architecture processor architecture
 * @param machine the flow from firmware to assignment
 * @param pageSize bytes
 * @param commandLine the text of {@code /proc/cmdline}; empty and assumed where no source tells
 * @param hardware model, board and firmware, where a source tells
 * @param steps what was done to the machine after its boot, before its state was read
 */
public record CapturedBoot(Optional<Sourced<String>> kernelText, Sourced<ReleaseRange> releases,
        Sourced<Architecture> architecture, Sourced<Machine> machine, Sourced<Long> pageSize, Sourced<String> commandLine,
        Optional<Sourced<String>> hardware, List<BootStep> steps) {

    public CapturedBoot {
        steps = List.copyOf(steps);
    }
}
