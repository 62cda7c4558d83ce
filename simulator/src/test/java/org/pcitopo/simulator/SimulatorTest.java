package org.pcitopo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Topology;

class SimulatorTest {

    private static final PciAddress NIC = new PciAddress(0, 0, 1, 0);
    private static final Function PHYSICAL = Function.at(1, 0).ids(DeviceIds.of(0x8086, 0x1572, 0x020000))
            .bar(Bar.of(0, ResourceType.MEM64, 0x4000))
            .sriov(new Sriov(4, 0x80, 2, 0x154c, new TreeSet<>(), List.of(Bar.of(0, ResourceType.MEM64, 0x4000)))).build();

    private static Topology machine(Machine machine, Function... functions) {
        Platform platform = Platform.of(Architecture.AARCH64, machine, 4096);
        HostWindow window = HostWindow.of(ResourceType.MEM32, new AddressRange(0x10000000L, 0x3efeffffL));
        return new Topology("t", platform, List.of(HostBridge.of(List.of(window), List.of(functions))), List.of());
    }

    private static Simulation simulate(Topology topology, String kernel, BootStep... steps) {
        return Simulator.simulate(topology,
                new Boot("b", KernelRules.mainline(KernelRelease.of(kernel)), 4096, "quiet", List.of(steps)));
    }

    @Test
    void enabledVfsAreFunctionsOfTheirOwn() {
        Simulation simulation = simulate(machine(Machine.ARM64_DT, PHYSICAL), "6.12", new BootStep.EnableVfs(NIC, 3));
        assertEquals(List.of("0000:00:01.0", "0000:00:11.0", "0000:00:11.2", "0000:00:11.4"),
                simulation.mappings().stream().map(mapping -> mapping.function().toString()).toList());
    }

    @Test
    void withoutTheStepThereAreNoVfs() {
        assertEquals(1, simulate(machine(Machine.ARM64_DT, PHYSICAL), "6.12").mappings().size());
    }

    @Test
    void moreVfsThanThereAreAreNone() {
        assertEquals(1, simulate(machine(Machine.ARM64_DT, PHYSICAL), "6.12", new BootStep.EnableVfs(NIC, 5)).mappings()
                .size());
    }

    @Test
    void aRecordedKernelOnARecordedMachineIsProven() {
        assertEquals(Evidence.RECORDED, simulate(machine(Machine.ARM64_DT), "6.12").evidence());
        assertEquals(Evidence.INFERRED, simulate(machine(Machine.ARM64_ACPI), "7.1").evidence());
    }

    @Test
    void whatSriovDependsOnIsSaid() {
        assertEquals(List.of("CONFIG_PCI_IOV", "CONFIG_PCI_REALLOC_ENABLE_AUTO"),
                simulate(machine(Machine.ARM64_DT, PHYSICAL), "6.12").assumptions().stream().map(Assumption::what).toList());
    }

    @Test
    void aMissingStableLevelIsSaidWhereItMatters() {
        assertEquals(List.of("stable level"),
                simulate(machine(Machine.ARM64_DT), "6.18").assumptions().stream().map(Assumption::what).toList());
        assertEquals(List.of(), simulate(machine(Machine.ARM64_DT), "6.12").assumptions());
    }

    @Test
    void anUnknownReleaseFollowsTheNearestKnownRules() {
        Assumption assumption = simulate(machine(Machine.ARM64_DT), "8.0").assumptions().get(0);
        assertTrue(assumption.why().contains("8.0"), assumption.why());
    }

    @Test
    void theSameInputGivesTheSameOutput() {
        Topology topology = machine(Machine.ARM64_DT, PHYSICAL);
        assertEquals(simulate(topology, "7.3").toString(), simulate(topology, "7.3").toString());
    }
}
