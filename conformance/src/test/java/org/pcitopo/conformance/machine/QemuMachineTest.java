package org.pcitopo.conformance.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Topology;

/** The arguments that build a topology in QEMU, and what is said where it cannot be built. */
class QemuMachineTest {

    @Test
    void endpointOnTheRootBus() {
        assertEquals(List.of("-device", "sdhci-pci,romfile=,bus=pcie.0,addr=03.0"), build(sd(3, 0)).deviceArguments());
    }

    @Test
    void romsAreFilesOfTheirSize() {
        assertEquals("{rom64k.bin=65536}", build(sd(3, 0).toBuilder().rom(Rom.of(65536)).build()).roms().toString());
    }

    @Test
    void functionZeroOfSeveralSaysSo() {
        assertEquals("sdhci-pci,romfile=,bus=pcie.0,addr=03.0,multifunction=on", build(sd(3, 0), sd(3, 2)).deviceArguments().get(1));
    }

    @Test
    void endpointBelowAPortStandsOnItsBus() {
        assertEquals(List.of("-device", "pcie-root-port,id=bridge1,hotplug=off,chassis=1,slot=1,bus=pcie.0,addr=02.0",
                "-device", "sdhci-pci,romfile=,bus=bridge1,addr=00.0"), build(port(2, sd(0, 0))).deviceArguments());
    }

    @Test
    void portWithoutBarThatTakesHotplugIsAnotherModel() {
        Function bare = Function.at(2, 0).bridge(Bridge.of(BridgeKind.ROOT_PORT, List.of()).withHotplug(true)).build();
        assertEquals("ioh3420,id=bridge1,chassis=1,slot=1,bus=pcie.0,addr=02.0", build(bare).deviceArguments().get(1));
    }

    @Test
    void switchesStandBelowPorts() {
        Function downstream = Function.at(4, 0).bridge(Bridge.of(BridgeKind.DOWNSTREAM_PORT, List.of(sd(0, 0))).withHotplug(true)).build();
        Function upstream = Function.at(0, 0).bridge(Bridge.of(BridgeKind.UPSTREAM_PORT, List.of(downstream))).build();
        assertEquals("xio3130-downstream,id=bridge3,chassis=2,slot=2,bus=bridge2,addr=04.0",
                build(port(2, upstream)).deviceArguments().get(5));
    }

    @Test
    void belowAPortOnlyDeviceZeroExists() {
        assertEquals(List.of("02.0/01.0: below a PCI Express port there is only device 00"), remarks(build(port(2, sd(1, 0)))));
    }

    @Test
    void cardBusCannotBeBuilt() {
        Function cardBus = Function.at(2, 0).bridge(Bridge.of(BridgeKind.CARDBUS, List.of())).build();
        assertEquals(List.of("02.0: QEMU has no CardBus bridge"), remarks(build(cardBus)));
    }

    @Test
    void functionsWithoutFunctionZeroAreNotFoundByAnybody() {
        assertEquals(List.of("03.1: no function 0 stands beside it, so nobody looks for it"), remarks(build(sd(3, 1))));
    }

    @Test
    void whatTheMachineHasByItselfIsNotBuiltAgain() {
        Function hostBridge = Function.at(0, 0).ids(DeviceIds.of(0x8086, 0x29c0, 0x060000)).build();
        Function isaBridgeOfAnotherMachine = Function.at(0x1f, 0).ids(DeviceIds.of(0x8086, 0xa304, 0x060100)).build();
        assertEquals(List.of(), build(hostBridge, isaBridgeOfAnotherMachine).deviceArguments());
    }

    @Test
    void whatStandsInTheMachinesPlaceMoves() {
        assertEquals("00.0: stands at 01.0, because q35 has a function of its own in device 00", remarks(build(sd(0, 0))).get(0));
    }

    @Test
    void aFunctionWithoutBarsIsLeftOut() {
        assertEquals(List.of("05.0: it has no BAR, and QEMU has no such device"), remarks(build(Function.at(5, 0).build())));
    }

    @Test
    void everyFunctionHasACounterpartOrNone() {
        Function below = Function.at(0, 0).bridge(Bridge.of(BridgeKind.CARDBUS, List.of(sd(1, 0)))).build();
        assertEquals(List.of("02.0 pcie-root-port", "02.0/00.0 ", "02.0/00.0/01.0 "), build(port(2, below)).counterparts().stream()
                .map(counterpart -> counterpart.wanted() + " " + counterpart.model()).toList());
    }

    @Test
    void otherDevicesAreSaid() {
        Function odd = Function.at(3, 0).bar(Bar.of(0, ResourceType.MEM32, 64)).build();
        assertEquals("03.0: sdhci-pci has BAR 0 [mem size 0x00000100] instead of BAR 0 [mem size 0x00000040]",
                remarks(build(odd)).get(0));
    }

    @Test
    void onPowernvTheRootPortIsThereAlready() {
        Function root = Function.at(0, 0).bridge(Bridge.of(BridgeKind.ROOT_PORT, List.of(sd(0, 0)))).build();
        assertEquals(List.of("-device", "sdhci-pci,romfile=,bus=pcie.0,addr=00.0"),
                QemuMachine.translate(topology(root), MachineKind.POWERNV9).deviceArguments());
    }

    private static QemuPlan build(Function... functions) {
        return QemuMachine.translate(topology(functions), MachineKind.Q35);
    }

    private static List<String> remarks(QemuPlan plan) {
        return plan.remarks().stream().map(Remark::toString).toList();
    }

    private static Topology topology(Function... functions) {
        return new Topology("test", Platform.of(Architecture.X86_64, Machine.X86, 4096),
                List.of(HostBridge.of(List.of(), List.of(functions))), List.of());
    }

    private static Function sd(int device, int function) {
        return Function.at(device, function).bar(Bar.of(0, ResourceType.MEM32, 256))
                .ids(DeviceIds.of(0x1b36, 7, 0x080501)).build();
    }

    private static Function port(int device, Function... below) {
        return Function.at(device, 0).bar(Bar.of(0, ResourceType.MEM32, 4096))
                .bridge(Bridge.of(BridgeKind.ROOT_PORT, List.of(below))).build();
    }
}
