package org.pcitopo.simulator;

import java.util.List;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * One boot of a machine: which kernel, which page size, which command line, and what is done to it at run time.
 *
 * @param name a person's name for it
 * @param rules the kernel's rules
 * @param pageSize bytes, a power of two
 * @param commandLine the text of {@code /proc/cmdline}
 * @param steps what happens after the boot, in order
 */
public record Boot(String name, KernelRules rules, long pageSize, String commandLine, List<BootStep> steps) {

    /** @throws IllegalArgumentException where {@code pageSize} is no power of two */
    public Boot {
        if (!Unsigned.isPowerOfTwo(pageSize)) {
            throw new IllegalArgumentException("page size is no power of two: " + pageSize);
        }
        steps = List.copyOf(steps);
    }

    /** A boot without run-time steps. */
    public static Boot of(String name, KernelRules rules, long pageSize, String commandLine) {
        return new Boot(name, rules, pageSize, commandLine, List.of());
    }
}
