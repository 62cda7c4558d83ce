package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Resources that want more than they need, last sized first (the kernel's {@code realloc_head}; behaviour specification
 * 5.5, 6.6).
 */
final class OptionalList {

    /**
     * An element.
     *
     * @param addSize bytes beyond the required size
     * @param minAlign alignment with them, bytes, 0 where it does not matter
     * @param flags the region's flags when it was listed
     */
    record Entry(Device device, Region region, long addSize, long minAlign, int flags) {
    }

    /** Oldest first; walked from the end. Regions are compared by identity. */
    private final Map<Region, Entry> entries = new LinkedHashMap<>();

    void add(Device device, Region region, long addSize, long minAlign) {
        entries.put(region, new Entry(device, region, addSize, minAlign, region.flags));
    }

    void remove(Region region) {
        entries.remove(region);
    }

    /** Takes {@code bytes} from what {@code region} wants on top, as far as there is that much. */
    void reduce(Region region, long bytes) {
        entries.computeIfPresent(region, (listed, entry) -> new Entry(entry.device, listed,
                Unsigned.subtractSaturated(entry.addSize, bytes), entry.minAlign, entry.flags));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** A copy, last sized first. */
    List<Entry> lastFirst() {
        List<Entry> copy = new ArrayList<>(entries.values());
        Collections.reverse(copy);
        return copy;
    }

    /** Bytes that {@code region} wants on top, 0 where it is not listed. */
    long addSize(Region region) {
        Entry entry = entries.get(region);
        return entry == null ? 0 : entry.addSize;
    }

    /** The alignment that it wants with them, 0 where it is not listed. */
    long minAlign(Region region) {
        Entry entry = entries.get(region);
        return entry == null ? 0 : entry.minAlign;
    }
}
