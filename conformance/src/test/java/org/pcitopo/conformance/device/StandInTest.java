package org.pcitopo.conformance.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceType;

/** Which of QEMU's devices stands in for an endpoint. */
class StandInTest {

    static Stream<QemuDevice> devices() {
        return Stream.concat(QemuDevices.ofOneShape().stream(),
                Stream.of(512L, 4096L, 65536L, 1L << 20, 1L << 28, 1L << 32).flatMap(size -> QemuDevices.sized(size).stream()));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyDeviceStandsInForItself(QemuDevice device) {
        assertEquals(List.of(), StandIn.of(device.at(0, 0), true).differences());
    }

    @Test
    void aLargePrefetchableBarIsBuiltInItsSize() {
        Function wanted = Function.at(0, 0).bar(Bar.of(0, ResourceType.MEM64_PREF, 8 << 20)).build();
        assertTrue(StandIn.of(wanted, true).device().bars().stream().anyMatch(bar -> bar.size() == 8 << 20));
    }

    @Test
    void saysWhatIsDifferent() {
        Function wanted = Function.at(0, 0).bar(Bar.of(0, ResourceType.MEM32, 512)).build();
        assertEquals(List.of("BAR 0 [mem size 0x00000100] instead of BAR 0 [mem size 0x00000200]"),
                StandIn.of(wanted, true).differences());
    }

    @Test
    void anNvmeDriveWithItsTableIsBuiltExactly() {
        Function wanted = Function.at(0, 0).bar(Bar.of(0, ResourceType.MEM64, 16 << 10))
                .msix(new MsixTable(136, 0, 0x2000, 0, 0x3000)).build();
        assertTrue(StandIn.of(wanted, true).isExact());
    }

    @Test
    void aConventionalBusGetsNoExpressDevice() {
        assertTrue(devices().filter(QemuDevice::expressOnly)
                .noneMatch(device -> StandIn.of(device.at(0, 0), false).device().expressOnly()));
    }
}
