package org.pcitopo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;

/** Addresses are those of the guest's memory; on the bus they begin at 0x80000000 and, for ports, at 0. */
class SlofFirmwareTest {

    private static final long MEMORY = 0x2000_8000_0000L;
    private static final long WIDE = 0x2100_0000_0000L;
    private static final long PORTS = 0x1_0000;

    private static List<Function> place(Function... functions) {
        List<HostWindow> windows = List.of(
                new HostWindow(ResourceType.IO, AddressRange.ofSize(PORTS, 0x1_0000), PORTS),
                new HostWindow(ResourceType.MEM32, AddressRange.ofSize(MEMORY, 0x8000_0000L), MEMORY - 0x8000_0000L),
                new HostWindow(ResourceType.MEM64, AddressRange.ofSize(WIDE, 0x100_0000_0000L), 0));
        return SlofFirmware.place(HostBridge.of(windows, List.of(functions))).functions();
    }

    private static Function device(int number, Bar... bars) {
        Function.Builder builder = Function.at(number, 0);
        List.of(bars).forEach(builder::bar);
        return builder.build();
    }

    private static long start(Function function, int bar) {
        return function.bar(bar).orElseThrow().firmwareStart().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"MEM32, 0x200080010000", "MEM32_PREF, 0x200080010000", "MEM64, 0x200080010000", "MEM64_PREF, 0x210000000000", "IO, 0x10100"})
    void eachTypeHasItsWindow(ResourceType type, String expected) {
        Function first = device(1, Bar.of(0, ResourceType.MEM32, 16), Bar.of(1, ResourceType.IO, 128));
        Function second = device(2, Bar.of(0, type, 256));
        assertEquals(Long.decode(expected), start(place(first, second).get(1), 0));
    }

    @Test
    void portsNeverStartAtZero() {
        assertEquals(PORTS + 0x40, start(place(device(1, Bar.of(0, ResourceType.IO, 0x40))).get(0), 0));
    }

    @Test
    void devicesAreTakenInOrderOfTheirNumbers() {
        Function low = device(1, Bar.of(0, ResourceType.MEM32, 0x1000));
        Function high = device(2, Bar.of(0, ResourceType.MEM32, 0x1000));
        assertEquals(MEMORY, start(place(high, low).get(0), 0));
    }

    @Test
    void romsFollowTheBarsOfTheirDevice() {
        Function function = device(1, Bar.of(0, ResourceType.MEM32, 0x1000)).toBuilder().rom(Rom.of(0x4_0000)).build();
        assertEquals(OptionalLong.of(MEMORY + 0x4_0000), place(function).get(0).rom().orElseThrow().firmwareStart());
    }

    private static Function bridge(Function... below) {
        return Function.at(3, 0).bar(Bar.of(0, ResourceType.MEM32, 256)).bridge(Bridge.of(BridgeKind.PCI, List.of(below))).build();
    }

    @Test
    void windowsLeaveRoomBehindTheirContents() {
        Bridge bridge = place(bridge(device(1, Bar.of(0, ResourceType.MEM32, 0x1000), Bar.of(1, ResourceType.IO, 0x80)))).get(0)
                .bridge().orElseThrow();
        assertEquals(List.of(Optional.of(new AddressRange(PORTS + 0x1000, PORTS + 0x1fff)),
                        Optional.of(new AddressRange(MEMORY, MEMORY + 0x1f_ffff)), Optional.of(new AddressRange(WIDE, WIDE + 0xffff_ffffL))),
                List.of(bridge.io(), bridge.memory(), bridge.prefetchable()).stream().map(window -> window.flatMap(BridgeWindow::firmware))
                        .toList());
    }

    @Test
    void registersOfABridgeFollowWhatIsBelowIt() {
        Function below = device(1, Bar.of(0, ResourceType.MEM32, 0x1000));
        assertEquals(MEMORY + 0x20_0000, start(place(bridge(below)).get(0), 0));
    }

    /** Recordings {@code pseries-6.1.176-powerpc64le-s6001-b} and {@code pseries-6.12.107-powerpc64le-sd}. */
    @Test
    void whatAnSdHostControllerGetsIsNotHandedOn() {
        Function sd = device(1, Bar.of(0, ResourceType.MEM32, 256)).toBuilder().ids(DeviceIds.of(0x1b36, 7, 0x080501)).build();
        List<Function> placed = place(sd, device(2, Bar.of(0, ResourceType.MEM32, 256)));
        assertEquals(List.of(0L, MEMORY + 0x1_0000), List.of(start(placed.get(0), 0), start(placed.get(1), 0)));
    }
}
