package org.pcitopo.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Position;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Severity;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Evidence;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.Trace;
import org.pcitopo.simulator.vfio.Mapping;

/** A small simulation with one resource of each interesting kind. */
final class Samples {

    private static final PciAddress NVME = new PciAddress(0, 1, 2, 0);
    private static final PciAddress PORT = new PciAddress(0, 0, 1, 0);

    private Samples() {
    }

    static BootReport boot() {
        Function nvme = Function.at(2, 0).name("nvme0").passthrough(true).build();
        Platform platform = Platform.of(Architecture.PPC64LE, Machine.POWERNV, 0x10000);
        Topology topology = new Topology("talos", platform, List.of(HostBridge.of(List.of(), List.of(nvme))), List.of());
        Boot boot = Boot.of("stock", KernelRules.mainline(KernelRelease.of("6.12")), 0x10000, "pci=realloc");
        WindowId memory = new WindowId.OfBridge(PORT, ResourceName.MEM_WINDOW);
        AddressRange place = AddressRange.ofSize(0x600c000010000L, 0x4000);
        ResourceKey bar0 = new ResourceKey(NVME, ResourceName.BAR0);
        ResourceKey rom = new ResourceKey(NVME, ResourceName.ROM);
        Assignment assignment = new Assignment(
                List.of(new EnumeratedFunction(NVME, nvme, Optional.of(PORT), -1, -1)),
                List.of(new AssignedResource(bar0, ResourceType.MEM64, ResourceState.ASSIGNED, Optional.of(place), 0x4000, 0x4000,
                        0x10000, Optional.of(memory), true),
                        new AssignedResource(rom, ResourceType.MEM32_PREF, ResourceState.UNASSIGNED, Optional.empty(), 1L << 60,
                                1L << 60, 0, Optional.empty(), false)),
                List.of(new WindowUse(new WindowId.OfHost(0, 0, 0), ResourceType.MEM64_PREF,
                        AddressRange.ofSize(0x6000000000000L, 1L << 40), 0x10000, (1L << 40) - 0x10000, 1L << 39),
                        new WindowUse(memory, ResourceType.MEM32, AddressRange.ofSize(0x600c000000000L, 0x100000), 0x4000, 0xfc000,
                                0xec000)),
                new Trace(List.of()));
        Mapping mapping = new Mapping(NVME, 0, Mapping.Verdict.EMULATED, Optional.of(Mapping.Reason.PAGE_SHARED), List.of(), false,
                Mapping.Guest.EMULATED, List.of(new ResourceKey(new PciAddress(0, 1, 3, 0), ResourceName.BAR0)));
        Simulation simulation = new Simulation(topology, boot, assignment, List.of(mapping), Evidence.INFERRED,
                List.of(new Assumption("pageSize", "65536", "ppc64le distributions use 64K")));
        Location location = new Location("talos.pcitopo", new Position(12, 5), new Position(12, 24));
        Problem problem = new Problem("PCI301", Severity.WARNING, "BAR 0 stays unmappable", location, List.of(), Optional.empty(),
                List.of(), Optional.of(NVME.toString()), OptionalInt.of(0));
        return new BootReport(simulation, List.of(problem), Set.of(NVME));
    }
}
