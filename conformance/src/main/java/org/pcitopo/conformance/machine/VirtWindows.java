package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * Windows of other machines, moved to where QEMU's {@code virt} decodes addresses: of the same sizes, in the same order, and as
 * far from a round address as they were, so that sizes and alignments decide as they do there.
 */
final class VirtWindows {

    private static final AddressRange PORTS = new AddressRange(0, 0xffff);
    private static final AddressRange LOW = new AddressRange(0x1000_0000L, 0x3efe_ffffL);
    private static final AddressRange HIGH = new AddressRange(0x80_0000_0000L, 0xff_ffff_ffffL);
    private static final long COARSEST_LOW = 256L << 20;
    private static final long COARSEST_HIGH = 64L << 30;

    private long nextLow = LOW.start();
    private long nextHigh = HIGH.start();

    private VirtWindows() {
    }

    /** {@code windows} themselves where {@code virt} decodes them all; empty where they do not fit. */
    static List<HostWindow> of(List<HostWindow> windows) {
        if (windows.stream().allMatch(VirtWindows::isDecoded)) {
            return windows;
        }
        VirtWindows moved = new VirtWindows();
        List<HostWindow> found = new ArrayList<>();
        for (HostWindow window : windows) {
            Optional<HostWindow> one = moved.move(window);
            if (one.isEmpty()) {
                return List.of();
            }
            found.add(one.get());
        }
        return found;
    }

    private static boolean isDecoded(HostWindow window) {
        return window.offset() == 0 && (window.type().isIo() ? PORTS.contains(window.range())
                : LOW.contains(window.range()) || HIGH.contains(window.range()));
    }

    private Optional<HostWindow> move(HostWindow window) {
        if (window.type().isIo()) {
            long end = window.busRange().end();
            boolean fits = PORTS.contains(window.busRange());
            return Optional.of(HostWindow.of(ResourceType.IO, fits ? window.busRange()
                    : new AddressRange(0, Math.min(Math.max(end, 0xfff), PORTS.end()))));
        }
        boolean high = AddressRange.ABOVE_4G.contains(window.busRange());
        AddressRange region = high ? HIGH : LOW;
        long size = window.range().end() - window.range().start() + 1;
        if (size <= 0 || size > region.end() - region.start() + 1) {
            return Optional.empty();
        }
        long coarse = Math.min(Long.highestOneBit(size), high ? COARSEST_HIGH : COARSEST_LOW);
        long rest = window.range().start() & coarse - 1;
        long start = ((high ? nextHigh : nextLow) - rest + coarse - 1 & -coarse) + rest;
        if (start + size - 1 > region.end()) {
            return Optional.empty();
        }
        if (high) {
            nextHigh = start + size;
        } else {
            nextLow = start + size;
        }
        return Optional.of(HostWindow.of(window.type(), AddressRange.ofSize(start, size)));
    }
}
