package org.pcitopo.capture.replay;

import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Topology;

/** Where firmware had put a BAR, a ROM or a bridge window. */
final class FirmwareRanges {

    private FirmwareRanges() {
    }

    static Optional<AddressRange> of(Topology topology, ResourceKey key) {
        return topology.hostBridges().stream().flatMap(host -> BridgeTree.of(host).found().stream())
                .filter(place -> place.address().equals(key.function())).findFirst()
                .flatMap(place -> of(place.function(), key.name()));
    }

    private static Optional<AddressRange> of(Function function, ResourceName name) {
        if (name.isWindow()) {
            return function.bridge().flatMap(bridge -> switch (name) {
                case IO_WINDOW -> bridge.io();
                case MEM_WINDOW -> bridge.memory();
                case PREF_WINDOW -> bridge.prefetchable();
                default -> Optional.<BridgeWindow>empty();
            }).flatMap(window -> window.firmware());
        }
        if (name == ResourceName.ROM) {
            return function.rom().flatMap(rom -> range(rom.firmwareStart(), rom.size()));
        }
        return name.isBar() ? function.bar(name.register()).flatMap(bar -> range(bar.firmwareStart(), bar.size())) : Optional.empty();
    }

    private static Optional<AddressRange> range(OptionalLong start, long size) {
        return start.isPresent() ? AddressRange.tryOfSize(start.getAsLong(), size) : Optional.empty();
    }
}
