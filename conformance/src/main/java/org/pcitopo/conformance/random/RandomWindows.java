package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * Random windows of a host bridge inside of what QEMU's machine {@code virt} decodes: small ones, prefetchable ones, several
 * of a kind, some neighbours of each other.
 */
final class RandomWindows {

    private static final long MIB = 1L << 20;
    private static final long LOW_START = 0x1000_0000L;
    private static final int LOW_MIB = 0x2ef;
    private static final long HIGH_START = 0x80_0000_0000L;

    private final SplittableRandom random;
    private final List<HostWindow> windows = new ArrayList<>();

    private RandomWindows(SplittableRandom random) {
        this.random = random;
    }

    static List<HostWindow> of(SplittableRandom random) {
        RandomWindows generator = new RandomWindows(random);
        generator.addPorts();
        generator.addLow();
        if (random.nextInt(2) == 0) {
            generator.addHigh();
        }
        return List.copyOf(generator.windows);
    }

    /** All ports or none: a kernel maps whole pages of them, of 64 KiB at most. */
    private void addPorts() {
        if (random.nextInt(6) > 0) {
            windows.add(HostWindow.of(ResourceType.IO, new AddressRange(0, 0xffff)));
        }
    }

    /** One to three windows below 4 GiB, in ascending order. */
    private void addLow() {
        int at = random.nextInt(64);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && at < LOW_MIB - 1; i++) {
            int most = Math.min(LOW_MIB - at, 1 << 2 + random.nextInt(8));
            int size = Math.max(1, random.nextInt(3) == 0 ? 1 + random.nextInt(most) : most);
            add(random.nextInt(4) == 0 ? ResourceType.MEM32_PREF : ResourceType.MEM32, LOW_START + at * MIB, size * MIB);
            // Half of the time the next one is a neighbour.
            at += size + (random.nextBoolean() ? 0 : random.nextInt(32));
        }
    }

    private void addHigh() {
        long size = MIB << random.nextInt(14);
        boolean prefetchable = random.nextBoolean();
        add(prefetchable ? ResourceType.MEM32_PREF : ResourceType.MEM32, HIGH_START + random.nextInt(4) * 64 * MIB, size);
    }

    private void add(ResourceType type, long start, long size) {
        windows.add(HostWindow.of(type, AddressRange.ofSize(start, size)));
    }
}
