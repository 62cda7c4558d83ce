package org.pcitopo.capture.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.ResourceName;

/** Tells a configuration space's facts and its registers' state apart. */
public final class ConfigDecoder {

    private static final int COMMAND = 0x04;
    private static final int TRANSPARENT_PROGIF = 0x01;
    private static final int SUBSYSTEM_ID_CAPABILITY = 0x0d;

    private ConfigDecoder() {
    }

    /** What the hardware says of itself. */
    public static HardwareFacts facts(ConfigSpace config) {
        Optional<ExpressFacts> express = ExpressFacts.of(config);
        DeviceIds ids = ids(config);
        boolean transparent = config.headerType() == 1 && (ids.classCode() & 0xff) == TRANSPARENT_PROGIF;
        return new HardwareFacts(ids, config.u8(0x08),
                Registers.toldTypes(config, Registers.FIRST_BAR, Registers.barCount(config.headerType())),
                bridgeKind(config, express), transparent, hotplug(config, express), new WindowRegisters(config).toldTypes(),
                Capabilities.msix(config), Capabilities.sriov(config), Capabilities.resizable(config),
                EnhancedAllocation.entries(config), config.hasCapabilities(), config.hasExtendedCapabilities());
    }

    /** What the registers held. */
    public static RegisterState state(ConfigSpace config) {
        int command = config.u16(COMMAND);
        SortedMap<ResourceName, Long> starts = new TreeMap<>(Registers.starts(config));
        starts.putAll(Capabilities.vfStarts(config));
        boolean romEnabled = Registers.romRegister(config).map(value -> (value & 1) != 0).orElse(false);
        return new RegisterState(new Decode((command & 1) != 0, (command & 2) != 0), starts, romEnabled,
                new WindowRegisters(config).ranges(), Capabilities.numVfs(config));
    }

    /** A bridge's bus numbers, empty for an endpoint. */
    public static Optional<BusNumbers> busNumbers(ConfigSpace config) {
        if (config.headerType() != 1 && config.headerType() != 2) {
            return Optional.empty();
        }
        return Optional.of(new BusNumbers(config.u8(0x18), config.u8(0x19), config.u8(0x1a)));
    }

    private static DeviceIds ids(ConfigSpace config) {
        int subsystem = switch (config.headerType()) {
            case 0 -> 0x2c;
            case 2 -> config.covers(0x40, 4) ? 0x40 : 0;
            default -> config.capability(SUBSYSTEM_ID_CAPABILITY).orElse(-4) + 4;
        };
        int classCode = (int) (config.u32(0x08) >>> 8);
        return new DeviceIds(config.u16(0), config.u16(2), subsystem == 0 ? 0 : config.u16(subsystem),
                subsystem == 0 ? 0 : config.u16(subsystem + 2), classCode);
    }

    private static Optional<BridgeKind> bridgeKind(ConfigSpace config, Optional<ExpressFacts> express) {
        return switch (config.headerType()) {
            case 1 -> Optional.of(express.flatMap(ExpressFacts::bridgeKind).orElse(BridgeKind.PCI));
            case 2 -> Optional.of(BridgeKind.CARDBUS);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> hotplug(ConfigSpace config, Optional<ExpressFacts> express) {
        if (!config.hasCapabilities()) {
            return Optional.empty();
        }
        return Optional.of(express.map(ExpressFacts::hotplugSlot).orElse(false));
    }

    /**
     * The PCI Express capability.
     *
     * @param portType the Device/Port Type field
     * @param hotplugSlot the slot is implemented and hot-plug capable (behaviour specification C2)
     */
    private record ExpressFacts(int portType, boolean hotplugSlot) {

        private static final int ID = 0x10;
        private static final int SLOT_IMPLEMENTED = 0x100;
        private static final int SLOT_CAPABILITIES = 0x14;
        private static final int HOTPLUG_CAPABLE = 0x40;
        private static final int ROOT_PORT = 4;
        private static final int UPSTREAM_PORT = 5;
        private static final int DOWNSTREAM_PORT = 6;
        private static final int PCIE_TO_PCI = 7;
        private static final int PCI_TO_PCIE = 8;

        static Optional<ExpressFacts> of(ConfigSpace config) {
            OptionalInt offset = config.capability(ID);
            if (offset.isEmpty()) {
                return Optional.empty();
            }
            int flags = config.u16(offset.getAsInt() + 2);
            int portType = flags >>> 4 & 0xf;
            boolean mayHaveSlot = portType == ROOT_PORT || portType == DOWNSTREAM_PORT;
            boolean hotplug = mayHaveSlot && (flags & SLOT_IMPLEMENTED) != 0
                    && (config.u32(offset.getAsInt() + SLOT_CAPABILITIES) & HOTPLUG_CAPABLE) != 0;
            return Optional.of(new ExpressFacts(portType, hotplug));
        }

        Optional<BridgeKind> bridgeKind() {
            return switch (portType) {
                case ROOT_PORT -> Optional.of(BridgeKind.ROOT_PORT);
                case UPSTREAM_PORT -> Optional.of(BridgeKind.UPSTREAM_PORT);
                case DOWNSTREAM_PORT -> Optional.of(BridgeKind.DOWNSTREAM_PORT);
                case PCIE_TO_PCI -> Optional.of(BridgeKind.PCIE_TO_PCI);
                case PCI_TO_PCIE -> Optional.of(BridgeKind.PCI_TO_PCIE);
                default -> Optional.empty();
            };
        }
    }
}
