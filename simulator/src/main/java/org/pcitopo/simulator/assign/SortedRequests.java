package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Unsigned;

/** What waits for a place on a bus, largest alignment first, else in device and index order (behaviour specification 6.1). */
final class SortedRequests {

    private final Context context;

    SortedRequests(Context context) {
        this.context = context;
    }

    /** The list for {@code bus}; it may be changed. */
    List<Request> of(Bus bus) {
        List<Request> sorted = new ArrayList<>();
        List<Long> alignments = new ArrayList<>();
        for (Device device : bus.devices) {
            if (device.assignable()) {
                for (Region region : device.regions) {
                    insert(sorted, alignments, device, region);
                }
            }
        }
        return sorted;
    }

    private void insert(List<Request> sorted, List<Long> alignments, Device device, Region region) {
        if (region.has(Flags.FIXED) || region.flags == 0 || region.assigned() || isDisabledWindow(region)) {
            return;
        }
        long alignment = context.alignmentOf(device, region);
        if (alignment == 0) {
            region.outcome = Region.Outcome.FAILED;
            return;
        }
        int at = firstBelow(alignments, alignment);
        sorted.add(at, new Request(device, region));
        alignments.add(at, alignment);
    }

    private boolean isDisabledWindow(Region region) {
        return context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) && Device.nameOf(region).isWindow()
                && region.has(Flags.DISABLED);
    }

    /** Index of the first alignment below {@code alignment} in a descending list. */
    private static int firstBelow(List<Long> alignments, long alignment) {
        int low = 0;
        int high = alignments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Unsigned.less(alignments.get(middle), alignment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
