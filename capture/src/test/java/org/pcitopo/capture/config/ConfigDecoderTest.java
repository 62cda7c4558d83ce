package org.pcitopo.capture.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

class ConfigDecoderTest {

    @Test
    void idsOfAnEndpoint() {
        HardwareFacts facts = ConfigDecoder.facts(ConfigBytes.endpoint(64).space());

        assertEquals(new DeviceIds(0x8086, 0x0a54, 0x1af4, 0x1100, 0x010802), facts.ids());
    }

    @Test
    void subsystemOfABridgeComesFromItsCapability() {
        HardwareFacts facts = ConfigDecoder.facts(
                ConfigBytes.bridge(256).capability(0x0d, 0x40).put16(0x44, 0x1af4).put16(0x46, 0x1234).space());

        assertEquals(new DeviceIds(0x1b36, 0x000c, 0x1af4, 0x1234, 0x060400), facts.ids());
    }

    @Test
    void lowBitsOfRegistersAreTypesAndAnAddressAloneIsNone() {
        HardwareFacts facts = ConfigDecoder.facts(ConfigBytes.endpoint(64).put32(0x10, 0xfe000000L).put32(0x14, 0xc001)
                .put32(0x18, 0xc).put32(0x1c, 0x38).put32(0x20, 0x4).put32(0x24, 0xfe).space());

        assertEquals(Map.of(1, ResourceType.IO, 2, ResourceType.MEM64_PREF, 4, ResourceType.MEM64),
                facts.barTypes());
    }

    @Test
    void wideRegistersHoldWideAddresses() {
        RegisterState state =
                ConfigDecoder.state(ConfigBytes.endpoint(64).put32(0x18, 0xe000000cL).put32(0x1c, 0x38).space());

        assertEquals(Map.of(ResourceName.BAR2, 0x38_e000_0000L), state.starts());
    }

    @Test
    void commandRegisterIsState() {
        assertEquals(new Decode(false, true), ConfigDecoder.state(ConfigBytes.endpoint(64).put16(4, 0x0406).space()).decode());
    }

    @Test
    void openWindows() {
        RegisterState state = ConfigDecoder.state(ConfigBytes.bridge(64).put8(0x1c, 0x11).put8(0x1d, 0x21).put32(0x30, 0x00010001)
                .put16(0x20, 0xfe80).put16(0x22, 0xfe90).put16(0x24, 0x0001).put16(0x26, 0x0011).put32(0x28, 0x80).put32(0x2c, 0x80)
                .space());

        assertEquals(Map.of(ResourceName.IO_WINDOW, Optional.of(new AddressRange(0x11000, 0x12fff)),
                ResourceName.MEM_WINDOW, Optional.of(new AddressRange(0xfe800000L, 0xfe9fffffL)),
                ResourceName.PREF_WINDOW, Optional.of(new AddressRange(0x80_0000_0000L, 0x80_001f_ffffL))), state.windows());
    }

    @Test
    void baseAboveLimitIsClosed() {
        RegisterState state = ConfigDecoder.state(ConfigBytes.bridge(64).put8(0x1c, 0xf1).put16(0x20, 0xfff0)
                .put16(0x24, 0xfff1).put16(0x26, 0x0001).space());

        assertTrue(state.windows().values().stream().allMatch(Optional::isEmpty), state.windows().toString());
    }

    @Test
    void registersThatAreAllZeroShowNoWindow() {
        assertEquals(Map.of(ResourceName.MEM_WINDOW, ResourceType.MEM32),
                ConfigDecoder.facts(ConfigBytes.bridge(64).space()).windowTypes());
    }

    @ParameterizedTest
    @CsvSource({"4, ROOT_PORT", "5, UPSTREAM_PORT", "6, DOWNSTREAM_PORT", "7, PCIE_TO_PCI", "8, PCI_TO_PCIE"})
    void portTypeIsTheKindOfBridge(int portType, BridgeKind kind) {
        HardwareFacts facts =
                ConfigDecoder.facts(ConfigBytes.bridge(256).capability(0x10, 0x60).put16(0x62, 2 | portType << 4).space());

        assertEquals(Optional.of(kind), facts.bridgeKind());
    }

    @ParameterizedTest
    @CsvSource({"4, true, true", "6, true, true", "4, false, false", "5, true, false"})
    void hotplugNeedsAPortWithASlot(int portType, boolean slot, boolean hotplug) {
        HardwareFacts facts = ConfigDecoder.facts(ConfigBytes.bridge(256).capability(0x10, 0x60)
                .put16(0x62, 2 | portType << 4 | (slot ? 0x100 : 0)).put32(0x74, 0x40).space());

        assertEquals(Optional.of(hotplug), facts.hotplug());
    }

    @Test
    void sixtyFourBytesDoNotTellHotplug() {
        assertEquals(Optional.empty(), ConfigDecoder.facts(ConfigBytes.bridge(64).space()).hotplug());
    }

    @Test
    void msixTable() {
        HardwareFacts facts = ConfigDecoder.facts(ConfigBytes.endpoint(256).capability(0x11, 0xb0).put16(0xb2, 0x8020)
                .put32(0xb4, 0x2000).put32(0xb8, 0x3004).space());

        assertEquals(Optional.of(new MsixTable(33, 0, 0x2000, 4, 0x3000)), facts.msix());
    }

    @Test
    void sriov() {
        ConfigBytes config = ConfigBytes.endpoint(4096).extendedCapability(1, 0x100, 0x160)
                .extendedCapability(0x10, 0x160, 0).put16(0x16e, 7).put16(0x174, 1).put16(0x176, 2).put16(0x17a, 0x1520)
                .put32(0x17c, 0x553).put32(0x184, 0xfe00000cL).put32(0x188, 0x60);

        SriovFacts sriov = ConfigDecoder.facts(config.space()).sriov().orElseThrow();

        SortedSet<Long> pageSizes = new TreeSet<>(List.of(0x1000L, 0x2000L, 0x10000L, 0x40000L, 0x100000L, 0x400000L));
        assertEquals(new SriovFacts(7, 1, 2, 0x1520, pageSizes, new java.util.TreeMap<>(Map.of(0, ResourceType.MEM64_PREF))),
                sriov);
    }

    @Test
    void resizableBars() {
        ConfigBytes config = ConfigBytes.endpoint(4096).extendedCapability(0x15, 0x100, 0).put32(0x104, 0x700)
                .put32(0x108, 0x20 | 2);

        assertEquals(Map.of(2, List.of(0x1000000L, 0x2000000L, 0x4000000L)),
                ConfigDecoder.facts(config.space()).resizable());
    }

    @Test
    void enhancedAllocation() {
        ConfigBytes config = ConfigBytes.endpoint(256).capability(0x14, 0x50).put8(0x52, 1).put32(0x54, 0x80ff0003L)
                .put32(0x58, 0x3).put32(0x5c, 0xfffcL).put32(0x60, 0x8450);

        FixedRange expected = new FixedRange(ResourceName.BAR0, ResourceType.MEM64,
                AddressRange.ofSize(0x8450_0000_0000L, 0x10000));
        assertEquals(List.of(expected), ConfigDecoder.facts(config.space()).fixed());
    }

    @Test
    void capabilitiesThatPointInACircleEnd() {
        ConfigSpace space = ConfigBytes.endpoint(256).capability(0x01, 0x40).put8(0x41, 0x40).space();

        assertTrue(space.capability(0x11).isEmpty());
    }

    @Test
    void allOnesIsNoFunction() {
        byte[] ones = new byte[64];
        java.util.Arrays.fill(ones, (byte) 0xff);

        assertTrue(ConfigSpace.of(ones).isEmpty());
    }

    @Test
    void busNumbersOfAnUnnumberedBridge() {
        assertFalse(ConfigDecoder.busNumbers(ConfigBytes.bridge(64).space()).orElseThrow().numbered());
    }

    @Property(tries = 2000)
    void neverThrows(@ForAll @Size(max = 600) byte[] bytes) {
        ConfigSpace.of(bytes).ifPresent(space -> {
            ConfigDecoder.facts(space);
            ConfigDecoder.state(space);
        });
    }

    @Property(tries = 2000)
    void neverThrowsOnHeadersWithCapabilities(@ForAll @Size(256) byte[] bytes) {
        bytes[6] |= 0x10;
        bytes[0x0e] &= 3;
        ConfigSpace.of(bytes).ifPresent(space -> {
            ConfigDecoder.facts(space);
            ConfigDecoder.state(space);
        });
    }
}
