package org.pcitopo.simulator.guest;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.pcitopo.simulator.topology.Architecture;

/**
 * The machine that a guest sees. It has the host's architecture.
 *
 * @param vmm what runs it
 * @param architecture x86-64, arm64 or ppc64
 * @param firmware what places BARs; of no consequence but under QEMU on x86
 * @param memory bytes of RAM
 * @param physicalBits physical address bits of its processors, 32 to 52; empty where the VMM's default holds
 * @param aperture bytes that its window above 4 GiB was given; empty where the VMM's default holds
 */
public record GuestMachine(Vmm vmm, Architecture architecture, Firmware firmware, long memory, OptionalInt physicalBits,
        OptionalLong aperture) {

    /** Whether {@code vmm} runs guests of an architecture whose address map is known here. */
    public static boolean isKnown(Vmm vmm, Architecture architecture) {
        return switch (architecture) {
            case X86_64, AARCH64 -> true;
            case PPC64, PPC64LE -> vmm != Vmm.CLOUD_HYPERVISOR;
            default -> false;
        };
    }

    boolean isQemu() {
        return vmm != Vmm.CLOUD_HYPERVISOR;
    }

    boolean isPseries() {
        return isQemu() && architecture.isPowerPc();
    }

    boolean isPc() {
        return architecture == Architecture.X86_64;
    }

    /** Devices of pseries guests and of Cloud Hypervisor stand on the root bus; elsewhere each has a root port. */
    boolean hasRootPorts() {
        return isQemu() && !isPseries();
    }

    boolean has(Firmware wanted) {
        return isQemu() && isPc() && firmware == wanted;
    }
}
