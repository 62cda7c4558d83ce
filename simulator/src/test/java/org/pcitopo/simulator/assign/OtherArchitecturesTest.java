package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;

/** What architectures behind the generic device tree host do their own way. */
class OtherArchitecturesTest {

    private static Function serial(int device) {
        return Function.at(device, 0).ids(DeviceIds.of(0x1415, 0x9501, 0x070006)).bar(Bar.of(0, ResourceType.IO, 0x100)).build();
    }

    private static Optional<AddressRange> place(Architecture architecture, int device, ResourceName name, Function... functions) {
        List<HostWindow> windows = List.of(HostWindow.of(ResourceType.IO, new AddressRange(0, 0xffff)),
                HostWindow.of(ResourceType.MEM32, AddressRange.ofSize(0x6000_0000, 0x1000_0000)));
        Topology topology = new Topology("t", Platform.of(architecture, Machine.GENERIC_DT, 4096),
                List.of(HostBridge.of(windows, List.of(functions))), List.of());
        return place(topology, device, name);
    }

    private static Optional<AddressRange> place(Topology topology, int device, ResourceName name) {
        Boot boot = Boot.of("b", KernelRules.mainline(KernelRelease.of("5.15")), 4096, "");
        ResourceKey key = new ResourceKey(new PciAddress(0, 0, device, 0), name);
        return Simulator.simulate(topology, boot).assignment().resources().stream()
                .filter(resource -> resource.key().equals(key)).findFirst().flatMap(AssignedResource::range);
    }

    @ParameterizedTest
    @CsvSource({"MIPS, 0x0", "ARM, 0x1000", "RISCV64, 0x1000"})
    void theLowestPort(Architecture architecture, String start) {
        assertEquals(Optional.of(AddressRange.ofSize(Long.decode(start), 0x100)),
                place(architecture, 1, ResourceName.BAR0, serial(1), serial(2)));
    }

    @ParameterizedTest
    @CsvSource({"MIPS, 0x400", "ARM, 0x1400", "RISCV64, 0x1100"})
    void portsThatAliasInTenBitsAreSkippedOnArmAndMips(Architecture architecture, String start) {
        assertEquals(Optional.of(AddressRange.ofSize(Long.decode(start), 0x100)),
                place(architecture, 2, ResourceName.BAR0, serial(1), serial(2)));
    }

    @Test
    void powerpcHidesTheRegistersOfFreescalesHosts() {
        Function host = Function.at(1, 0).ids(DeviceIds.of(0x1957, 0x0030, 0x0b2000))
                .bar(Bar.of(0, ResourceType.MEM32, 0x10_0000)).build();

        assertEquals(Optional.empty(), place(Architecture.PPC64, 1, ResourceName.BAR0, host));
    }

    private static Function k2Sata() {
        return Function.at(1, 0).ids(DeviceIds.of(0x1166, 0x0240, 0x01018f)).bar(Bar.of(0, ResourceType.IO, 8))
                .bar(Bar.of(5, ResourceType.MEM32, 0x2000)).build();
    }

    @Test
    void powerpcForgetsThePortsOfApplesSata() {
        assertEquals(Optional.empty(), place(Architecture.PPC64, 1, ResourceName.BAR0, k2Sata()));
    }

    @Test
    void itsMemoryStays() {
        assertEquals(Optional.of(AddressRange.ofSize(0x6000_0000, 0x2000)),
                place(Architecture.PPC64, 1, ResourceName.BAR5, k2Sata()));
    }

    private static Function portThatReadsZero(ResourceType type) {
        Bridge bridge = new Bridge(BridgeKind.ROOT_PORT, OptionalInt.of(1), OptionalInt.of(1), false, false, Optional.empty(),
                Optional.empty(), Optional.of(BridgeWindow.open(type, new AddressRange(0, 0xf_ffff))), List.of());
        return Function.at(1, 0).ids(DeviceIds.of(0x106b, 0x005b, 0x060400)).bridge(bridge).build();
    }

    /** As on PowerMac G5: registers of 0 are not set up, but the megabyte that they seem to hold is what the window gets. */
    @Test
    void onPowerpcAWindowThatReadsAsZeroKeepsItsSize() {
        assertEquals(Optional.of(AddressRange.ofSize(0x6000_0000, 0x10_0000)),
                place(Architecture.PPC64, 1, ResourceName.PREF_WINDOW, portThatReadsZero(ResourceType.MEM64_PREF)));
    }

    @Test
    void onPowerpcRegistersThatAreAllZerosAreNoWindow() {
        assertEquals(Optional.empty(),
                place(Architecture.PPC64, 1, ResourceName.PREF_WINDOW, portThatReadsZero(ResourceType.MEM32_PREF)));
    }

    @Test
    void onPowerpcAnAddressOfZeroOnTheBusIsNone() {
        Function first = Function.at(1, 0).ids(DeviceIds.of(0x1af4, 0x1009, 0x020000))
                .bar(Bar.at(0, ResourceType.IO, 0x40, 0x10000)).build();
        Function second = Function.at(2, 0).ids(DeviceIds.of(0x1af4, 0x1001, 0x010000))
                .bar(Bar.at(0, ResourceType.IO, 0x80, 0x10000)).build();
        HostWindow ports = new HostWindow(ResourceType.IO, AddressRange.ofSize(0x10000, 0x10000), 0x10000);
        Topology topology = new Topology("t", Platform.of(Architecture.PPC64, Machine.GENERIC_DT, 4096),
                List.of(HostBridge.of(List.of(ports), List.of(first, second))), List.of());

        assertEquals(Optional.of(AddressRange.ofSize(0x11080, 0x40)), place(topology, 1, ResourceName.BAR0));
    }

    private static Function port(int device, AddressRange firmware) {
        Bridge bridge = new Bridge(BridgeKind.ROOT_PORT, OptionalInt.of(device), OptionalInt.of(device), false, false,
                Optional.empty(), Optional.of(BridgeWindow.open(ResourceType.MEM32, firmware)), Optional.empty(), List.of());
        return Function.at(device, 0).ids(DeviceIds.of(0x1959, 0xa002, 0x060400)).bridge(bridge).build();
    }

    @Test
    void onPowerpcAWindowAroundAnotherIsKept() {
        AddressRange inner = AddressRange.ofSize(0x6020_0000, 0x10_0000);
        AddressRange outer = AddressRange.ofSize(0x6000_0000, 0x40_0000);

        assertEquals(Optional.of(outer),
                place(Architecture.PPC64, 2, ResourceName.MEM_WINDOW, port(1, inner), port(2, outer)));
    }

    private static Function emptyPort() {
        Bridge bridge = new Bridge(BridgeKind.ROOT_PORT, OptionalInt.empty(), OptionalInt.empty(), false,
                false, Optional.empty(),
                Optional.of(BridgeWindow.open(ResourceType.MEM32, new AddressRange(0, 0xf_ffff))), Optional.empty(), List.of());
        return Function.at(1, 0).ids(DeviceIds.of(0x0e8d, 0x0801, 0x060400)).bridge(bridge).build();
    }

    @Test
    void onMipsAWindowThatReadsAsOneMegabyteStaysOne() {
        assertEquals(Optional.of(AddressRange.ofSize(0x6000_0000, 0x10_0000)),
                place(Architecture.MIPS, 1, ResourceName.MEM_WINDOW, emptyPort()));
    }

    @Test
    void elsewhereWindowsAreNotRead() {
        assertEquals(Optional.empty(), place(Architecture.RISCV64, 1, ResourceName.MEM_WINDOW, emptyPort()));
    }
}
