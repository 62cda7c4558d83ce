package org.pcitopo.simulator.vfio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/** The resources directly in one window, found by address. They may overlap where powernv opened a window afterwards. */
final class Siblings {

    private static final Comparator<AssignedResource> BY_PLACE = Comparator.comparing(Siblings::range);

    private final List<AssignedResource> byStart;
    /** The highest end among the resources up to each index. */
    private final long[] highestEnd;

    Siblings(List<AssignedResource> resources) {
        byStart = resources.stream().sorted(BY_PLACE).toList();
        highestEnd = new long[byStart.size()];
        long highest = 0;
        for (int i = 0; i < highestEnd.length; i++) {
            highest = Unsigned.max(highest, range(byStart.get(i)).end());
            highestEnd[i] = highest;
        }
    }

    /** Those that overlap {@code place}, by address. */
    List<AssignedResource> overlapping(AddressRange place) {
        List<AssignedResource> found = new ArrayList<>();
        for (int i = firstReaching(place.start()); i < byStart.size(); i++) {
            AssignedResource resource = byStart.get(i);
            if (Unsigned.less(place.end(), range(resource).start())) {
                break;
            }
            if (range(resource).overlaps(place)) {
                found.add(resource);
            }
        }
        return found;
    }

    private int firstReaching(long address) {
        int low = 0;
        int high = highestEnd.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Unsigned.less(highestEnd[middle], address)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static AddressRange range(AssignedResource resource) {
        return resource.range().orElseThrow();
    }
}
