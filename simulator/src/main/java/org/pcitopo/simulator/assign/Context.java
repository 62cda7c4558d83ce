package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * What every step of one boot needs to know.
 *
 * @param platform the machine's platform
 * @param rules the kernel's rules
 * @param options what the command line asks for
 * @param requests the alignment requests in force
 * @param pageSize bytes
 * @param hooks what the architecture does its own way
 * @param recorder collects the trace
 */
record Context(Platform platform, KernelRules rules, PciOptions options, AlignmentRequests requests, long pageSize,
        ArchitectureHooks hooks, Recorder recorder) {

    /** The same boot after somebody wrote to {@code /sys/bus/pci/resource_alignment}. */
    Context withRequests(AlignmentRequests replacement) {
        return new Context(platform, rules, options, replacement, pageSize, hooks, recorder);
    }

    boolean has(Behaviour behaviour) {
        return rules.has(behaviour);
    }

    /** The alignment that {@code region} of {@code device} asks for, 0 where it has none (behaviour specification 0.2). */
    long alignmentOf(Device device, Region region) {
        if (Device.nameOf(region).isVfBar()) {
            return region.vfAlignment;
        }
        if (device.description.ids().baseAndSubClass() == DeviceIds.CLASS_CARDBUS_BRIDGE) {
            return region.has(Flags.IO) ? options.cardbusIo() : region.has(Flags.MEM) ? options.cardbusMemory() : 0;
        }
        return switch (region.flags & (Flags.SIZEALIGN | Flags.STARTALIGN)) {
            case Flags.SIZEALIGN -> region.size();
            case Flags.STARTALIGN -> region.start;
            default -> 0;
        };
    }

    /** The flags of a bridge window whose registers firmware left closed. */
    int closedWindowFlags(ResourceType type) {
        return has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) ? Flags.of(type) | Flags.DISABLED : 0;
    }
}
