package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * A resource while the kernel works on it: a range, its flags and its place in the resource tree (behaviour specification
 * 0.1). As in the kernel an unplaced region may be empty ({@code end} one below {@code start}) and may hold an alignment
 * instead of an address.
 */
final class Region {

    /** Why a region is as it is, for the report. */
    enum Outcome {
        UNTOUCHED, CLAIMED, ASSIGNED, FAILED, DISABLED
    }

    final Optional<ResourceKey> key;
    final Optional<WindowId> windowId;
    private final String label;

    int flags;
    long start;
    long end;

    /** Bytes that the hardware decodes, for a VF BAR of one VF; 0 for windows. */
    long hardwareSize;
    /** The alignment of a VF BAR, bytes. */
    long vfAlignment;
    /** The alignment with which it was last asked for a place, bytes. */
    long lastAlignment;
    /** The size with which it was last asked for a place, bytes. */
    long lastSize;
    Outcome outcome = Outcome.UNTOUCHED;

    private Optional<Region> parent = Optional.empty();
    private List<Region> children = Collections.emptyList();

    private Region(Optional<ResourceKey> key, Optional<WindowId> windowId, String label) {
        this.key = key;
        this.windowId = windowId;
        this.label = label;
    }

    /** A resource of a function. */
    static Region of(ResourceKey key) {
        Optional<WindowId> windowId = key.name().isWindow()
                ? Optional.of(new WindowId.OfBridge(key.function(), key.name())) : Optional.empty();
        return new Region(Optional.of(key), windowId, "");
    }

    /** A window of a host bridge; it counts as placed. */
    static Region ofHost(WindowId.OfHost id, int flags, AddressRange range) {
        Region region = new Region(Optional.empty(), Optional.of(id), "");
        region.flags = flags;
        region.set(range);
        region.parent = Optional.of(region);
        return region;
    }

    /** A space beyond all windows; it counts as placed. */
    static Region outsideWindows(int flags, AddressRange range) {
        Region region = new Region(Optional.empty(), Optional.empty(), "outside of all windows");
        region.flags = flags;
        region.set(range);
        region.parent = Optional.of(region);
        return region;
    }

    /** A range that somebody else owns. */
    static Region reserved(String owner, int flags, AddressRange range) {
        Region region = new Region(Optional.empty(), Optional.empty(), owner);
        region.flags = flags;
        region.set(range);
        return region;
    }

    boolean has(int anyOf) {
        return (flags & anyOf) != 0;
    }

    boolean hasAll(int allOf) {
        return (flags & allOf) == allOf;
    }

    /** Whether it has a place in the tree. */
    boolean assigned() {
        return parent.isPresent();
    }

    Optional<Region> parent() {
        return parent;
    }

    List<Region> children() {
        return children;
    }

    long size() {
        return end - start + 1;
    }

    /** A size of 0; what has a place and seems to have it spans all 2<sup>64</sup> addresses. */
    boolean isEmpty() {
        return size() == 0 && !assigned();
    }

    void set(AddressRange range) {
        start = range.start();
        end = range.end();
    }

    /** Takes the place that the kernel chose. */
    void settle(AddressRange range) {
        set(range);
        flags &= ~(Flags.UNSET | Flags.STARTALIGN);
        outcome = Outcome.ASSIGNED;
    }

    /** Sets start and size; a size of 0 leaves {@code end} one below {@code start}. */
    void setRange(long newStart, long size) {
        start = newStart;
        end = newStart + size - 1;
    }

    /** Keeps the size and forgets the address. */
    void forgetAddress() {
        setRange(0, size());
    }

    /** What the kernel makes of a resource that it gives up: start, end and flags 0. */
    void reset() {
        start = 0;
        end = 0;
        flags = 0;
    }

    AddressRange range() {
        return new AddressRange(start, end);
    }

    /** What a log shows of it now. */
    PrintedRange printed() {
        return new PrintedRange(Flags.typeOf(flags), start, end, has(Flags.UNSET), has(Flags.DISABLED));
    }

    /** Whether this region has a place and offers addresses of {@code other}'s space that contain {@code other}. */
    boolean offers(Region other) {
        return assigned() && (flags & Flags.SPACE) == (other.flags & Flags.SPACE) && !has(Flags.UNSET)
                && !other.has(Flags.UNSET) && !other.isEmpty() && range().contains(other.range());
    }

    /**
     * Inserts {@code child}.
     *
     * @return what is in the way, empty where the child is now placed here
     */
    Optional<Region> request(Region child) {
        if (Unsigned.less(child.end, child.start) || !range().contains(child.range())) {
            return Optional.of(this);
        }
        int at = positionOf(child.start);
        if (at > 0 && Unsigned.lessOrEqual(child.start, children.get(at - 1).end)) {
            return Optional.of(children.get(at - 1));
        }
        if (at < children.size() && Unsigned.lessOrEqual(children.get(at).start, child.end)) {
            return Optional.of(children.get(at));
        }
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(at, child);
        child.parent = Optional.of(this);
        return Optional.empty();
    }

    /**
     * Inserts {@code child} around the children that lie wholly inside it, which move below it ({@code reparent_resources}).
     *
     * @return whether it is now placed here; not where one lies partly inside
     */
    boolean requestAround(Region child) {
        if (Unsigned.less(child.end, child.start) || !range().contains(child.range())) {
            return false;
        }
        List<Region> inside = children.stream().filter(other -> other.range().overlaps(child.range())).toList();
        if (!inside.stream().allMatch(other -> child.range().contains(other.range()))) {
            return false;
        }
        inside.forEach(Region::release);
        request(child);
        inside.forEach(child::request);
        return true;
    }

    /** Takes this region out of the tree; what is in it stays in it. */
    void release() {
        parent.ifPresent(holder -> holder.children.remove(this));
        parent = Optional.empty();
    }

    /** Takes everything below out of the tree; each keeps its size and forgets its address. */
    void releaseChildren(Recorder recorder) {
        for (Region child : children) {
            child.parent = Optional.empty();
            child.key.ifPresent(resource -> recorder.add(new TraceEvent.ReleasedWithWindow(resource, child.printed())));
            child.releaseChildren(recorder);
            child.forgetAddress();
        }
        children = Collections.emptyList();
    }

    /** Index of the first child that starts at or behind {@code address}. */
    private int positionOf(long address) {
        int low = 0;
        int high = children.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Unsigned.less(children.get(middle).start, address)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Who this is, for messages. */
    @Override
    public String toString() {
        return key.map(ResourceKey::toString)
                .or(() -> windowId.map(id -> id.bridgeId() + " window " + id.windowName()))
                .orElse(label);
    }
}
