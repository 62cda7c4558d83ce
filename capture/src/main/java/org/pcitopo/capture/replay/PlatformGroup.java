package org.pcitopo.capture.replay;

import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;

/**
 * Which platforms are counted together. Those of {@link #COMMON} have every rule that is known modelled; {@link #OTHER} ones run
 * through the flow of generic device tree hosts with what {@link #note} names.
 */
public enum PlatformGroup {
    /** x86, arm64, and POWER with its own firmware or a hypervisor. */
    COMMON("x86, arm64, POWER"),
    /** 32-bit ARM, MIPS, RISC-V, PowerMac, embedded PowerPC and the rest. */
    OTHER("other platforms");

    private final String label;

    PlatformGroup(String label) {
        this.label = label;
    }

    /** For tables and JSON. */
    public String label() {
        return label;
    }

    static PlatformGroup of(Platform platform) {
        boolean common = platform.architecture().isX86() || platform.machine() != Machine.GENERIC_DT;
        return common ? COMMON : OTHER;
    }

    /** What the platform does its own way, in one sentence; empty for {@link #COMMON}. */
    static String note(Platform platform) {
        if (of(platform) == COMMON) {
            return "";
        }
        if (platform.architecture().isPowerPc()) {
            return "firmware's places are claimed; windows of bus address 0 count as not set up; a Freescale host's windows become"
                    + " those of its root port";
        }
        return switch (platform.architecture()) {
            case ARM -> "ports that alias ISA's are skipped, and mvebu aligns its root bus to its decoder";
            case MIPS -> "ports that alias ISA's are skipped, and a window that firmware left open does not shrink";
            default -> "the flow of a device tree host without rules of its own";
        };
    }
}
