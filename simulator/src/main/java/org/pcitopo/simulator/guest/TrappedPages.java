package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping.Area;

/** The pages of a BAR that a VMM keeps for itself, joined where they touch. */
final class TrappedPages {

    private final long size;
    private final long pageSize;
    private final List<Area> areas = new ArrayList<>();

    /**
     * None yet.
     *
     * @param size bytes of the BAR
     * @param pageSize of the host, bytes: hypervisors trap whole pages
     */
    TrappedPages(long size, long pageSize) {
        this.size = size;
        this.pageSize = pageSize;
    }

    /** Traps the pages of a range; what lies behind the BAR's end does not count. */
    void add(long offset, long length) {
        long start = Unsigned.alignDown(offset, pageSize);
        long end = Unsigned.min(size, Unsigned.alignUp(Unsigned.addSaturated(offset, length), pageSize));
        if (Unsigned.less(start, end)) {
            areas.add(new Area(start, end - start));
        }
    }

    /** Traps all but what may be mapped. */
    void addAllBut(List<Area> mappable) {
        long next = 0;
        for (Area area : mappable) {
            if (Unsigned.less(next, area.offset())) {
                add(next, area.offset() - next);
            }
            next = area.offset() + area.size();
        }
        if (Unsigned.less(next, size)) {
            add(next, size - next);
        }
    }

    /** Ascending, without overlaps. */
    List<Area> areas() {
        List<Area> joined = new ArrayList<>();
        areas.stream().sorted(Comparator.comparing(Area::offset, Long::compareUnsigned)).forEach(area -> {
            Area last = joined.isEmpty() ? new Area(0, 0) : joined.get(joined.size() - 1);
            long end = last.offset() + last.size();
            if (!joined.isEmpty() && Unsigned.lessOrEqual(area.offset(), end)) {
                joined.set(joined.size() - 1, new Area(last.offset(), Unsigned.max(end, area.offset() + area.size()) - last.offset()));
            } else {
                joined.add(area);
            }
        });
        return joined;
    }

    /** Whether nothing of the BAR is left to the guest. */
    boolean isAll() {
        List<Area> all = areas();
        return all.size() == 1 && all.get(0).size() == size;
    }
}
