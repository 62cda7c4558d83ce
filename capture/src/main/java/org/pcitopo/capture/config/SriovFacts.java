package org.pcitopo.capture.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * The SR-IOV capability without the sizes of the VF BARs, which only a sizing or sysfs tells.
 *
 * @param totalVfs 0 to 65535
 * @param offset routing id of the first VF relative to the physical function
 * @param stride distance of routing ids between VFs
 * @param vfDeviceId device id of the VFs
 * @param pageSizes supported system page sizes, bytes
 * @param vfBarTypes type bits of the VF BAR registers that have some, by register
 */
public record SriovFacts(int totalVfs, int offset, int stride, int vfDeviceId, SortedSet<Long> pageSizes,
        SortedMap<Integer, ResourceType> vfBarTypes) {

    public SriovFacts {
        pageSizes = Collections.unmodifiableSortedSet(new TreeSet<>(pageSizes));
        vfBarTypes = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Integer, ResourceType>) vfBarTypes));
    }
}
