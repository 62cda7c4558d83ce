package org.pcitopo.simulator.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One PCI function, endpoint or bridge. Its bus follows from where it stands; see {@code Enumeration}.
 *
 * @param device device number on its bus, 0 to 0x1f
 * @param function function number, 0 to 7
 * @param name a person's name for it, empty where it has none
 * @param label a person's description, empty where it has none
 * @param ids vendor, device, subsystem and class
 * @param bars its BARs, ascending by index
 * @param rom its expansion ROM
 * @param msix its MSI-X capability
 * @param sriov its SR-IOV capability
 * @param decode what firmware left enabled
 * @param passthrough whether a person wants to hand it to a guest
 * @param driver the driver it is to be bound to, where known
 * @param iommuGroup its IOMMU group, where known
 * @param neverMappable the kernel's {@code non_mappable_bars} flag (6.15+)
 * @param bridge its bridge side, empty for an endpoint
 */
public record Function(int device, int function, String name, String label, DeviceIds ids, List<Bar> bars,
        Optional<Rom> rom, Optional<MsixTable> msix, Optional<Sriov> sriov, Decode decode, boolean passthrough,
        Optional<String> driver, OptionalInt iommuGroup, boolean neverMappable, Optional<Bridge> bridge) {

    public Function {
        if (device < 0 || device > 0x1f || function < 0 || function > 7) {
            throw new IllegalArgumentException(String.format("no device and function: %x.%x", device, function));
        }
        bars = List.copyOf(bars);
    }

    /** Device and function in one byte. */
    public int devfn() {
        return device << 3 | function;
    }

    /** BAR {@code index}, empty where the function has none there. */
    public Optional<Bar> bar(int index) {
        return bars.stream().filter(bar -> bar.index() == index).findFirst();
    }

    /** The VF BAR with register number {@code index}, empty where it has none there. */
    public Optional<Bar> vfBar(int index) {
        return sriov.map(Sriov::vfBars).orElse(List.of()).stream().filter(bar -> bar.index() == index).findFirst();
    }

    /** The CPU address that firmware left in a register, as for {@link Bar#firmwareStart}; for windows where they are open. */
    public OptionalLong firmwareStart(ResourceName name) {
        if (name.isBar()) {
            return bar(name.register()).map(Bar::firmwareStart).orElse(OptionalLong.empty());
        }
        if (name.isVfBar()) {
            return vfBar(name.register()).map(Bar::firmwareStart).orElse(OptionalLong.empty());
        }
        if (name == ResourceName.ROM) {
            return rom.map(Rom::firmwareStart).orElse(OptionalLong.empty());
        }
        return firmwareRange(name).map(range -> OptionalLong.of(range.start())).orElse(OptionalLong.empty());
    }

    /** The range that firmware left in a bridge's window, empty where it is closed or there is none. */
    public Optional<AddressRange> firmwareRange(ResourceName window) {
        return bridge.flatMap(side -> switch (window) {
            case IO_WINDOW -> side.io();
            case MEM_WINDOW -> side.memory();
            case PREF_WINDOW -> side.prefetchable();
            default -> Optional.<BridgeWindow>empty();
        }).flatMap(BridgeWindow::firmware);
    }

    /** Starts a function at {@code device.function} without BARs, decode on, ids 0. */
    public static Builder at(int device, int function) {
        return new Builder(device, function);
    }

    /** Starts from a copy of this function. */
    public Builder toBuilder() {
        Builder builder = new Builder(device, function);
        builder.name = name;
        builder.label = label;
        builder.ids = ids;
        builder.bars.addAll(bars);
        builder.rom = rom;
        builder.msix = msix;
        builder.sriov = sriov;
        builder.decode = decode;
        builder.passthrough = passthrough;
        builder.driver = driver;
        builder.iommuGroup = iommuGroup;
        builder.neverMappable = neverMappable;
        builder.bridge = bridge;
        return builder;
    }

    /** Collects what is known of a function; {@link #build} sorts the BARs. */
    public static final class Builder {
        private final int device;
        private final int function;
        private String name = "";
        private String label = "";
        private DeviceIds ids = DeviceIds.of(0, 0, 0);
        private final List<Bar> bars = new ArrayList<>();
        private Optional<Rom> rom = Optional.empty();
        private Optional<MsixTable> msix = Optional.empty();
        private Optional<Sriov> sriov = Optional.empty();
        private Decode decode = Decode.ON;
        private boolean passthrough;
        private Optional<String> driver = Optional.empty();
        private OptionalInt iommuGroup = OptionalInt.empty();
        private boolean neverMappable;
        private Optional<Bridge> bridge = Optional.empty();

        private Builder(int device, int function) {
            this.device = device;
            this.function = function;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder label(String value) {
            label = value;
            return this;
        }

        public Builder ids(DeviceIds value) {
            ids = value;
            return this;
        }

        public Builder bar(Bar value) {
            bars.removeIf(bar -> bar.index() == value.index());
            bars.add(value);
            return this;
        }

        public Builder rom(Rom value) {
            rom = Optional.of(value);
            return this;
        }

        public Builder msix(MsixTable value) {
            msix = Optional.of(value);
            return this;
        }

        public Builder sriov(Sriov value) {
            sriov = Optional.of(value);
            return this;
        }

        public Builder decode(Decode value) {
            decode = value;
            return this;
        }

        public Builder passthrough(boolean value) {
            passthrough = value;
            return this;
        }

        public Builder driver(String value) {
            driver = Optional.of(value);
            return this;
        }

        public Builder iommuGroup(int value) {
            iommuGroup = OptionalInt.of(value);
            return this;
        }

        public Builder neverMappable(boolean value) {
            neverMappable = value;
            return this;
        }

        public Builder bridge(Bridge value) {
            bridge = Optional.of(value);
            return this;
        }

        public Function build() {
            bars.sort((a, b) -> Integer.compare(a.index(), b.index()));
            return new Function(device, function, name, label, ids, bars, rom, msix, sriov, decode, passthrough, driver,
                    iommuGroup, neverMappable, bridge);
        }
    }
}
