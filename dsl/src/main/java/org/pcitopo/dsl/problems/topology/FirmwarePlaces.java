package org.pcitopo.dsl.problems.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/** Where firmware put things, as a machine tells it. */
final class FirmwarePlaces {

    private FirmwarePlaces() {
    }

    /**
     * A BAR, ROM, VF BAR or bridge window that firmware gave a place.
     *
     * @param function its function
     * @param name which resource
     * @param type its type bits
     * @param start first address; for a VF BAR of the first VF
     * @param size bytes; for a VF BAR of all VFs
     * @param alignment bytes that its start has to be a multiple of
     */
    record FirmwarePlace(Function function, ResourceName name, ResourceType type, long start, long size, long alignment) {

        /** Its addresses, empty where they pass 64 bits. */
        Optional<AddressRange> range() {
            return AddressRange.tryOfSize(start, size);
        }
    }

    /** Whether the kernel looks at firmware's values on this machine at all (behaviour specification 4). */
    static boolean count(MachineContext machine, HostBridge host) {
        Platform platform = machine.topology().platform();
        return platform.architecture().isX86() || platform.machine() == Machine.PSERIES || host.preserveConfig()
                || platform.probeOnly();
    }

    /** All places of {@code function}, disabled ROMs left out: nothing decodes there. */
    static List<FirmwarePlace> of(Function function) {
        List<FirmwarePlace> places = new ArrayList<>();
        function.bars().forEach(bar -> add(function, ResourceName.bar(bar.index()), bar.type(), bar.firmwareStart(), bar.size(),
                bar.size(), places));
        function.rom().filter(rom -> rom.enabled() && !rom.shadow()).ifPresent(rom -> add(function, ResourceName.ROM,
                ResourceType.MEM32_PREF, rom.firmwareStart(), rom.size(), rom.size(), places));
        function.sriov().ifPresent(sriov -> sriov.vfBars().forEach(bar -> add(function, ResourceName.vfBar(bar.index()),
                bar.type(), bar.firmwareStart(), Unsigned.multiplySaturated(bar.size(), sriov.totalVfs()), bar.size(), places)));
        function.bridge().ifPresent(bridge -> windows(function, bridge, places));
        return places;
    }

    private static void windows(Function function, Bridge bridge, List<FirmwarePlace> to) {
        window(function, ResourceName.IO_WINDOW, bridge.io(), 0x1000, to);
        window(function, ResourceName.MEM_WINDOW, bridge.memory(), 0x100000, to);
        window(function, ResourceName.PREF_WINDOW, bridge.prefetchable(), 0x100000, to);
    }

    private static void window(Function function, ResourceName name, Optional<BridgeWindow> window, long granularity,
            List<FirmwarePlace> to) {
        // Registers of 0 are a range of one granule as they read, but nobody has set them up.
        window.ifPresent(implemented -> implemented.firmware().filter(range -> range.start() != 0).ifPresent(range -> to.add(new FirmwarePlace(function, name,
                implemented.type(), range.start(), range.size(), granularity))));
    }

    private static void add(Function function, ResourceName name, ResourceType type, OptionalLong start, long size,
            long alignment, List<FirmwarePlace> to) {
        if (start.orElse(0) != 0 && size != 0 && Unsigned.isPowerOfTwo(alignment)) {
            to.add(new FirmwarePlace(function, name, type, start.getAsLong(), size, alignment));
        }
    }
}
