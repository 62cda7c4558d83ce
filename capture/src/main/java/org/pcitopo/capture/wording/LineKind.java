package org.pcitopo.capture.wording;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of lines of a kernel log that {@link KernelLog} predicts, in the words of any release. What is not here (drivers,
 * quirks, power management, interrupts, IOMMU groups, link speeds) is not predicted.
 */
public enum LineKind {
    /** A host bridge, its buses and its windows. */
    HOST(Phase.FOUND, "(?:\\S+ \\S+: )?PCI host bridge to bus .*|" + Text.BUS + "root bus resource .*"),
    /** A function: ids, header type, class. */
    FUNCTION(Phase.FOUND, Text.FUNCTION + "\\[[0-9a-f]{4}:[0-9a-f]{4}\\] type .*"),
    /** What BARs and ROM hold as they are found. */
    REGISTER(Phase.FOUND, Text.FUNCTION + "(?:BAR \\d|ROM|reg 0x(?:1|2|3)[0-9a-f]:) " + Text.RANGE + "|"
            + Text.FUNCTION + "BAR \\d " + Text.RANGE + ": legacy IDE quirk|" + Text.FUNCTION + "legacy IDE quirk: reg .*"),
    /** What VF BARs hold, and their room for all VFs. */
    VF_BAR(Phase.FOUND, Text.FUNCTION + "VF BAR \\d " + Text.RANGE + "(?:: contains BAR .*)?"),
    /** The buses and windows of a bridge, as they are found and after they were written. */
    BRIDGE(Phase.BOTH, Text.FUNCTION + "(?:PCI|CardBus) bridge to \\[bus .*|" + Text.FUNCTION + "  bridge window \\[.*"),
    /** Numbers that the kernel gives to buses. */
    BUS_NUMBERS(Phase.FOUND, Text.FUNCTION + "bridge configuration invalid .*|" + Text.BUS + "busn_res: .* end is updated to .*|"
            + Text.BUS + "extended config space not accessible"),
    /** What alignment requests lead to. */
    REQUEST(Phase.FOUND, Text.FUNCTION + ".*(?:requesting alignment|ignoring requested alignment) .*|" + Text.FUNCTION
            + "Can't reassign resources to host bridge|PCI: Can't parse resource_alignment parameter: .*|"
            + "PCI: Invalid requested alignment .*"),
    /** A place of firmware that cannot be kept. */
    CLAIM(Phase.PLACED, Text.FUNCTION + ".*can't claim.*|" + Text.FUNCTION + Text.RANGE + " clipped to .*"),
    /** Sizes of bridge windows. */
    SIZE(Phase.PLACED, Text.FUNCTION + "bridge window " + Text.RANGE + " to \\[bus .*|" + Text.FUNCTION
            + "(?:disabling|Assigned) bridge window .*"),
    /** A place, or that there is none. */
    PLACE(Phase.PLACED, Text.FUNCTION + ".*" + Text.RANGE + ": (?:assigned|can't assign.*|failed to assign)|" + Text.FUNCTION
            + "BAR \\d+: (?:assigned|no space for|failed to assign|can't assign) \\[.*|" + Text.FUNCTION
            + ".*: trying firmware assignment .*|" + Text.FUNCTION + ".*" + Text.RANGE + ":? conflicts with .*"),
    /** Places that are taken back, and windows that grow. */
    CHANGE(Phase.PLACED, Text.FUNCTION + ".*" + Text.RANGE + "(?:: releasing| released|: reassigned.*|: failed to .*)|"
            + "release child resource .*|" + Text.FUNCTION + "BAR \\d+: reassigned .*"),
    /** Tries of a root bus. */
    TRY(Phase.PLACED, Text.BUS + "max bus depth: .*|(?:PCI: |" + Text.BUS + ")No\\. \\d+ try to assign .*|" + Text.BUS
            + "(?:Some PCI device resources are unassigned|Automatically enabled pci realloc).*"),
    /** The list of what buses offer, at the end. */
    BUS_LIST(Phase.PLACED, Text.BUS + "resource \\d+ \\[.*");

    /** When a line of a kind is printed. */
    public enum Phase {
        /** While buses and functions are found. */
        FOUND,
        /** While resources are kept, sized and placed. */
        PLACED,
        /** Then and then. */
        BOTH
    }

    private static final class Text {
        private static final String FUNCTION = "pci [0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]: ";
        private static final String BUS = "pci_bus [0-9a-f]{4,8}:[0-9a-f]{2}: ";
        private static final String RANGE = "\\[(?:io|mem) [^\\]]*\\]";
    }

    private static final Pattern ENDPOINT = Pattern.compile("(type 00 class 0x[0-9a-f]{6}) .*");

    private final Phase phase;
    private final Pattern pattern;

    LineKind(Phase phase, String pattern) {
        this.phase = phase;
        this.pattern = Pattern.compile(pattern);
    }

    public Phase phase() {
        return phase;
    }

    /**
     * What can be compared of a line: all of it, but for a function without bridge nothing behind its class, since a topology does
     * not tell whether it speaks PCI Express.
     */
    public static String comparable(String line) {
        return ENDPOINT.matcher(line).replaceFirst("$1");
    }

    /** The kind of a line without time and level; empty where it is of none. */
    public static Optional<LineKind> of(String line) {
        for (LineKind kind : values()) {
            if (kind.pattern.matcher(line).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
