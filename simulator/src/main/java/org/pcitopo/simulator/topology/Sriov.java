package org.pcitopo.simulator.topology;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.Collections;

/**
 * The SR-IOV capability of a physical function.
 *
 * @param totalVfs 1 to 65535
 * @param offset routing id of the first VF relative to the physical function
 * @param stride distance of routing ids between VFs
 * @param vfDeviceId device id of the VFs
 * @param pageSizes supported system page sizes, bytes; empty where not known (then every page size is taken as supported)
 * @param vfBars the VF BARs; sizes are of one VF
 */
public record Sriov(int totalVfs, int offset, int stride, int vfDeviceId, SortedSet<Long> pageSizes, List<Bar> vfBars) {

    public Sriov {
        pageSizes = Collections.unmodifiableSortedSet(new TreeSet<>(pageSizes));
        vfBars = List.copyOf(vfBars);
    }
}
