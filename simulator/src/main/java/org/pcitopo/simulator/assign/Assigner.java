package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;

/** The engine's door: from a topology and a boot to an assignment. */
public final class Assigner {

    private static final long ARM_MINIMUM_IO = 0x1000;

    private final Topology topology;
    private final Context context;
    private final FirmwareAddresses firmwareAddresses;

    private Assigner(Topology topology, Context context) {
        this.topology = topology;
        this.context = context;
        this.firmwareAddresses = new FirmwareAddresses(context.recorder(), context.has(Behaviour.FIRMWARE_ADDRESS_NEEDS_WINDOW));
    }

    /**
     * Assigns everything as one kernel does.
     *
     * @param options what the command line asks for, and the kernel that reads it
     * @param pageSize bytes, a power of two
     * @param steps what is done after the boot, in order
     * @throws TopologyException where no machine can be like that
     */
    public static Assignment assign(Topology topology, PciOptions options, long pageSize, List<BootStep> steps) {
        return new Assigner(topology, context(topology, options, pageSize)).run(steps);
    }

    static Context context(Topology topology, PciOptions options, long pageSize) {
        return new Context(topology.platform(), options.rules(), options, options.alignmentRequests(), pageSize,
                hooks(topology, options), new Recorder());
    }

    private static ArchitectureHooks hooks(Topology topology, PciOptions options) {
        Platform platform = topology.platform();
        if (platform.architecture().isX86()) {
            return new X86Hooks(platform.e820(), options.rules().has(Behaviour.E820_CLIPS_EVERY_SEARCH),
                    options.skipIsaAlign());
        }
        if (platform.architecture().isPowerPc()) {
            return new PowerPcHooks(platform.machine() == Machine.POWERNV);
        }
        return switch (platform.architecture()) {
            case ARM -> new AliasedIoHooks(ARM_MINIMUM_IO, topology.hostBridges());
            case MIPS -> new AliasedIoHooks(0, List.of());
            default -> new ArchitectureHooks.Generic();
        };
    }

    private Assignment run(List<BootStep> steps) {
        List<Bus> roots = new ArrayList<>();
        Survey everything = survey();
        Survey preserving = new Survey.PreserveConfiguration(context.recorder());
        for (HostBridge host : topology.hostBridges()) {
            Survey survey = preserves(host) ? preserving : everything;
            roots.add(new Enumerator(context, survey.readsBridgeWindows()).enumerate(host));
        }
        everything.survey(roots.stream().filter(root -> !preserves(root.host) && !appearsAfterSurvey(root.host)).toList());
        preserving.survey(roots.stream().filter(root -> preserves(root.host)).toList());
        Allocator allocator = new Allocator(context, firmwareAddresses);
        RootBusFlow flow = new RootBusFlow(context, allocator);
        roots.forEach(root -> assign(flow, root));
        firmwareAddresses.forget();
        new RuntimeSteps(context, roots, allocator, everything.readsBridgeWindows()).run(steps);
        return new AssignmentReport(context, roots).assignment();
    }

    private Survey survey() {
        if (topology.platform().architecture().isX86()) {
            return new X86Survey(context, topology.reservations(), firmwareAddresses);
        }
        if (topology.platform().architecture().isPowerPc()) {
            return new PowerPcSurvey(context);
        }
        return new Survey.AssignEverything(topology.platform().architecture() == Architecture.MIPS);
    }

    /** Whether firmware's assignment on {@code host} is kept (behaviour specification 1.5, C5). */
    private boolean preserves(HostBridge host) {
        return isGeneric() && (host.preserveConfig() || topology.platform().probeOnly());
    }

    /**
     * Whether a driver adds {@code host} when x86 has looked at firmware's state already: nothing is claimed there
     * ({@code vmd_enable_domain}, {@code create_root_hv_pci_bus}).
     */
    private boolean appearsAfterSurvey(HostBridge host) {
        return topology.platform().architecture().isX86() && (host.isDrivenBy("vmd") || host.isDrivenBy("hv_pci"));
    }

    /** Neither x86 nor powerpc: hosts that assign everything unless told otherwise. */
    private boolean isGeneric() {
        return !topology.platform().architecture().isX86() && !topology.platform().architecture().isPowerPc();
    }

    private void assign(RootBusFlow flow, Bus root) {
        if (!isGeneric()) {
            boolean claimsOnly = topology.platform().architecture().isPowerPc() && topology.platform().probeOnly();
            if (!claimsOnly) {
                flow.run(root, false);
            }
            return;
        }
        boolean acpi = topology.platform().machine() == Machine.ARM64_ACPI;
        boolean common = context.has(acpi ? Behaviour.ACPI_COMMON_FLOW : Behaviour.DEVICE_TREE_COMMON_FLOW);
        if (common) {
            flow.run(root, preserves(root.host));
        } else if (!preserves(root.host)) {
            flow.runWithoutOptional(root);
        }
    }
}
