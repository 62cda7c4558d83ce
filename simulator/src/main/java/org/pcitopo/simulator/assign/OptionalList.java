package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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

    /** Oldest first; walked from the end. */
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Region, Entry> byRegion = new IdentityHashMap<>();

    void add(Device device, Region region, long addSize, long minAlign) {
        Entry entry = new Entry(device, region, addSize, minAlign, region.flags);
        entries.add(entry);
        byRegion.put(region, entry);
    }

    void remove(Region region) {
        if (byRegion.remove(region) != null) {
            entries.removeIf(entry -> entry.region == region);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** A copy, last sized first. */
    List<Entry> lastFirst() {
        List<Entry> copy = new ArrayList<>(entries);
        java.util.Collections.reverse(copy);
        return copy;
    }

    /** Bytes that {@code region} wants on top, 0 where it is not listed. */
    long addSize(Region region) {
        Entry entry = byRegion.get(region);
        return entry == null ? 0 : entry.addSize;
    }

    /** The alignment that it wants with them, 0 where it is not listed. */
    long minAlign(Region region) {
        Entry entry = byRegion.get(region);
        return entry == null ? 0 : entry.minAlign;
    }
}
