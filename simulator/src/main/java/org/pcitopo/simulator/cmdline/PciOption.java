package org.pcitopo.simulator.cmdline;

import java.util.Set;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.Span;
import org.pcitopo.simulator.topology.Architecture;

/**
 * One option of {@code pci=} (behaviour specification 1.6). {@link PciOptionTable} holds them all.
 *
 * @param name what is written, with the equals sign where an argument follows
 * @param match how much of the text the kernel compares
 * @param architectures where the option exists; empty for all
 * @param releases the releases that know it
 * @param argument what follows the equals sign
 * @param description what it does, in one line
 */
public record PciOption(String name, Match match, Set<Architecture> architectures, Span releases, Argument argument,
        String description) {

    public PciOption {
        architectures = Set.copyOf(architectures);
    }

    /** How much of the text the kernel compares. */
    public enum Match {
        /** The whole text. */
        EXACT,
        /** Its beginning; what follows is the argument, or is accepted silently where there is none. */
        PREFIX
    }

    /** What an option takes. */
    public enum Argument {
        NONE,
        /** Decimal, {@code 0x} or octal digits with an optional suffix K, M, G, T, P or E. */
        SIZE,
        /** A number without suffix. */
        NUMBER,
        /** {@code on} or {@code off}. */
        ON_OFF,
        /** {@code bios}, {@code on} or {@code off}. */
        ECRC,
        /** The list of alignment requests. */
        ALIGNMENT_LIST,
        /** A list of devices, separated by semicolons. */
        DEVICE_LIST
    }

    /** Whether {@code text} is taken for this option, regardless of kernel and architecture. */
    public boolean matches(String text) {
        return match == Match.EXACT ? text.equals(name) : text.startsWith(name);
    }

    /** Whether this kernel on this architecture knows the option. */
    public boolean isKnownTo(KernelRules rules, Architecture architecture) {
        return isKnownTo(rules.release()) && isKnownTo(architecture);
    }

    /** Whether the option exists on this architecture. */
    public boolean isKnownTo(Architecture architecture) {
        return architectures.isEmpty() || architectures.contains(architecture);
    }

    /** Whether this release has the option. */
    public boolean isKnownTo(KernelRelease release) {
        return releases.contains(release);
    }

    /** Whether an argument follows the name. */
    public boolean takesArgument() {
        return argument != Argument.NONE;
    }
}
