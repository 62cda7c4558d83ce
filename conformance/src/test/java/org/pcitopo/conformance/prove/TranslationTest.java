package org.pcitopo.conformance.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuMachine;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/**
 * What a person says of her machine, said of QEMU's: there the root port of 00.0 stands at 01.0, its bus is 01 on both, and the
 * drive is one of QEMU's.
 */
class TranslationTest {

    private static final KernelRules RULES = KernelRules.mainline(KernelRelease.of("6.12"));
    private static final PciAddress PORT = PciAddress.parse("0000:00:00.0").orElseThrow();
    private static final PciAddress DRIVE = PciAddress.parse("0000:01:00.0").orElseThrow();

    private final Translation translation = translation();

    @Test
    void addressesFollowTheirFunctions() {
        assertEquals("quiet pci=resource_alignment=16@0000:00:01.0,realloc",
                translation.commandLine("quiet pci=resource_alignment=16@00:00.0,realloc"));
    }

    @Test
    void aPathFollowsItsBeginning() {
        assertEquals("pci=resource_alignment=16@0000:00:01.0/00.0", translation.commandLine("pci=resource_alignment=16@0000:00:00.0/00.0"));
    }

    @Test
    void idsBecomeAddresses() {
        assertEquals("pci=resource_alignment=16@0000:01:00.0;12@0000:00:05.0;12@0000:00:06.0",
                translation.commandLine("pci=resource_alignment=16@pci:144d:a808;12@pci:1af4:0001"));
    }

    @Test
    void wildcardsAndUnknownFunctionsStay() {
        String text = "pci=resource_alignment=pci:0:0;12@0000:77:00.0;pci:9999:9999";
        assertEquals(text, translation.commandLine(text));
    }

    @Test
    void stepsFollowTheirFunctions() {
        assertEquals(Optional.of(new BootStep.Remove(PciAddress.parse("0000:00:01.0").orElseThrow())),
                translation.step(new BootStep.Remove(PORT)));
    }

    @Test
    void writesToSysfsAreTranslatedAsTheCommandLineIs() {
        assertEquals(Optional.of(new BootStep.WriteResourceAlignment("16@0000:01:00.0")),
                translation.step(new BootStep.WriteResourceAlignment("16@pci:144d:a808")));
    }

    @Test
    void aStepToWhatIsNotThereIsNone() {
        assertEquals(Optional.empty(), translation.step(new BootStep.EnableVfs(PciAddress.parse("0000:77:00.0").orElseThrow(), 4)));
    }

    @Test
    void whatKeepsItsAddressKeepsIt() {
        assertEquals(Optional.of(DRIVE), translation.step(new BootStep.Remove(DRIVE)).map(step -> ((BootStep.Remove) step).function()));
    }

    private static Translation translation() {
        Function drive = Function.at(0, 0).ids(DeviceIds.of(0x144d, 0xa808, 0x010802)).bar(Bar.of(0, ResourceType.MEM64, 16 << 10)).build();
        Function port = Function.at(0, 0).bar(Bar.of(0, ResourceType.MEM32, 4096))
                .bridge(Bridge.of(BridgeKind.ROOT_PORT, List.of(drive))).build();
        Topology topology = new Topology("test", Platform.of(Architecture.AARCH64, Machine.ARM64_DT, 4096),
                List.of(HostBridge.of(List.of(), List.of(port, other(5), other(6)))), List.of());
        Boot boot = Boot.of("test", RULES, 4096, "");
        Simulation wanted = Simulator.simulate(topology, boot);
        QemuPlan plan = QemuMachine.translate(topology, MachineKind.VIRT);
        Simulation built = BuiltTopology.numbered(plan, topology, boot);
        return new Translation(plan.counterparts(), Addresses.ofWanted(wanted), Addresses.ofBuilt(built), RULES, Architecture.AARCH64);
    }

    private static Function other(int device) {
        return Function.at(device, 0).ids(DeviceIds.of(0x1af4, 1, 0x020000)).bar(Bar.of(0, ResourceType.MEM32, 256)).build();
    }
}
