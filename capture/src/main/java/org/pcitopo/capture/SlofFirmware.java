package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Where SLOF, the firmware of pseries guests, puts everything. It hands the addresses to the kernel in the device tree, which no
 * log shows; but it gives them out in one fixed order, so they follow from the sizes. Observed with QEMU 7.2 (recordings
 * {@code pslof*} and the project's own {@code pseries-*}).
 *
 * <p>Each host window is filled from its start, devices in order, a bridge's own BARs after what is below it. Memory BARs
 * start at a multiple of 64 KiB. Prefetchable 64-bit BARs go to the 64-bit window, all others below 4 GiB. A bridge's
 * windows have the granularity below and end at least {@code spare} bytes behind their contents. SD host controllers get their
 * share as well, but it does not reach the kernel, which places them anew.
 */
final class SlofFirmware {

    private static final long SMALLEST_MEMORY_STEP = 0x1_0000;
    private static final int CLASS_SD_HOST = 0x0805;

    /** One host window that is being filled. */
    private static final class Pool {

        private final HostWindow window;
        private final long granularity;
        private final long spare;
        private long next;

        Pool(HostWindow window, long granularity, long spare) {
            this.window = window;
            this.granularity = granularity;
            this.spare = spare;
            this.next = window.busRange().start();
        }

        /** CPU address of {@code size} bytes, which never start at bus address 0. */
        long take(long size, long smallestStep) {
            long step = Unsigned.max(size, smallestStep);
            long start = alignedNext(step);
            next = start + size;
            return start + window.offset();
        }

        long openWindow() {
            next = alignedNext(granularity);
            return next + window.offset();
        }

        /** Last CPU address of the bridge window that is being filled. */
        long closeWindow() {
            next = Unsigned.alignUp(next + spare, granularity);
            return next - 1 + window.offset();
        }

        private long alignedNext(long alignment) {
            return next == 0 ? alignment : Unsigned.alignUp(next, alignment);
        }
    }

    private final Optional<Pool> io;
    private final Optional<Pool> memory;
    private final Optional<Pool> wide;

    private SlofFirmware(HostBridge host) {
        this.io = pool(host, ResourceType::isIo, 0x1000, 0x800);
        this.memory = pool(host, type -> !type.isIo() && !type.is64Bit(), 0x10_0000, 0x10_0000);
        this.wide = pool(host, type -> !type.isIo() && type.is64Bit(), 1L << 32, 1L << 31);
    }

    private static Optional<Pool> pool(HostBridge host, Predicate<ResourceType> type, long granularity, long spare) {
        return host.windows().stream().filter(window -> type.test(window.type())).findFirst()
                .map(window -> new Pool(window, granularity, spare));
    }

    /** {@code host} as SLOF leaves it. */
    static HostBridge place(HostBridge host) {
        return host.withFunctions(new SlofFirmware(host).functions(host.functions()));
    }

    private List<Function> functions(List<Function> functions) {
        List<Function> placed = new ArrayList<>();
        functions.stream().sorted(Comparator.comparingInt(Function::devfn)).forEach(function -> placed.add(function(function)));
        return placed;
    }

    private Function function(Function function) {
        Function.Builder builder = function.toBuilder();
        function.bridge().ifPresent(bridge -> builder.bridge(bridge(bridge)));
        boolean forgotten = function.ids().classCode() >>> 8 == CLASS_SD_HOST;
        for (Bar bar : function.bars()) {
            OptionalLong start = start(bar.type(), bar.size());
            builder.bar(bar.withFirmwareStart(forgotten ? OptionalLong.of(0) : start));
        }
        function.rom().filter(rom -> !rom.shadow()).ifPresent(rom -> builder.rom(
                new Rom(rom.size(), start(ResourceType.MEM32, rom.size()), rom.enabled(), false)));
        return builder.build();
    }

    private OptionalLong start(ResourceType type, long size) {
        boolean above = type.is64Bit() && type.prefetchable() && wide.isPresent();
        Optional<Pool> pool = type.isIo() ? io : above ? wide : memory;
        return pool.map(found -> OptionalLong.of(found.take(size, type.isIo() ? 1 : SMALLEST_MEMORY_STEP)))
                .orElse(OptionalLong.of(0));
    }

    private Bridge bridge(Bridge bridge) {
        List<Optional<Pool>> pools = List.of(io, memory, wide);
        List<Optional<Long>> starts = pools.stream().map(pool -> pool.map(Pool::openWindow)).toList();
        List<Function> below = functions(bridge.functions());
        List<Optional<AddressRange>> ranges = new ArrayList<>();
        for (int i = 0; i < pools.size(); i++) {
            Optional<Long> start = starts.get(i);
            ranges.add(pools.get(i).map(pool -> new AddressRange(start.orElseThrow(), pool.closeWindow())));
        }
        return new Bridge(bridge.kind(), bridge.secondary(), bridge.subordinate(), bridge.hotplug(), bridge.transparent(),
                open(bridge.io(), ranges.get(0)), open(bridge.memory(), ranges.get(1)), open(bridge.prefetchable(), ranges.get(2)), below);
    }

    private static Optional<BridgeWindow> open(Optional<BridgeWindow> window, Optional<AddressRange> range) {
        return window.map(known -> new BridgeWindow(known.type(), range));
    }
}
