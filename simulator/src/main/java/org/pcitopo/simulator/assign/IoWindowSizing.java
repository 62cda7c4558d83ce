package org.pcitopo.simulator.assign;

import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Unsigned;

/** The size of an I/O window ({@code pbus_size_io}; behaviour specification 5.3). */
final class IoWindowSizing {

    private static final long ISA_BLOCK = 0x400;

    private final Context context;
    private final WindowGranularity granularity;
    private final boolean isa;

    IoWindowSizing(Context context) {
        this.context = context;
        this.granularity = new WindowGranularity(context);
        this.isa = context.platform().configured("ISA", false) || context.platform().configured("EISA", false);
    }

    WindowSize size(Bus bus, Region window, long reserve, Optional<OptionalList> optional) {
        long small = 0;
        long large = 0;
        long wanted = 0;
        long alignment = granularity.of(bus, Flags.IO);
        for (Device device : bus.devices) {
            for (Region region : device.regions) {
                if (region.assigned() || !region.has(Flags.IO) || region.has(Flags.DISABLED)) {
                    continue;
                }
                long size = region.size();
                if (Unsigned.less(size, ISA_BLOCK)) {
                    small += size;
                } else {
                    large += size;
                }
                alignment = Unsigned.max(alignment, context.alignmentOf(device, region));
                wanted += optional.map(list -> list.addSize(region)).orElse(0L);
            }
        }
        long minimum = optional.isPresent() ? 0 : reserve;
        long floor = floor(window);
        long required = round(isaSpread(Unsigned.max(small, minimum)) + large, floor, alignment);
        long total = required;
        if (optional.isPresent() && (reserve != 0 || wanted != 0)) {
            long base = context.has(Behaviour.IO_OPTIONAL_COUNTS_REQUIRED) ? required : large;
            total = round(withOptional(isaSpread(small) + base, reserve, wanted), floor, alignment);
        }
        return new WindowSize(alignment, required, total, alignment, false, false);
    }

    private long withOptional(long size, long reserve, long wanted) {
        return context.has(Behaviour.SEPARATE_HOTPLUG_RESERVES) ? Unsigned.max(size, reserve) + wanted
                : size + Unsigned.max(reserve, wanted);
    }

    /** A released window does not shrink, in every release: memory windows stopped that, I/O windows did not. */
    private static long floor(Region window) {
        long old = window.size();
        return old == 1 ? 0 : old;
    }

    /** Ports that alias in ten bits count fourfold where the kernel is built for ISA. */
    private long isaSpread(long size) {
        return isa ? (size & 0xff) + ((size & ~0xffL) << 2) : size;
    }

    private static long round(long size, long floor, long alignment) {
        return Unsigned.alignUp(Unsigned.max(size, floor), alignment);
    }
}
