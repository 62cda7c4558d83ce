package org.pcitopo.capture.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * What a function's configuration space says of the hardware; nothing in here changes when a kernel assigns resources.
 *
 * @param ids vendor, device, subsystem and class
 * @param revision 0 to 0xff
 * @param barTypes type bits of the BAR registers that have some, by register (one without may be a 32-bit memory BAR or
 *     nothing at all)
 * @param bridgeKind empty for an endpoint; {@code PCI} for a bridge whose capabilities were not read
 * @param transparent subtractive decode
 * @param hotplug the port's slot is hot-plug capable; empty where the capabilities were not read
 * @param windowTypes type bits of the bridge windows whose registers have some, and of the memory window
 * @param msix where the MSI-X table is; empty without one, or where the capabilities were not read
 * @param sriov the SR-IOV capability
 * @param resizable the sizes that each BAR can take, ascending, by register
 * @param fixed the Enhanced Allocation entries that are enabled
 * @param capabilitiesRead whether conventional capabilities were read (256 bytes)
 * @param extendedCapabilitiesRead whether extended ones were (4096 bytes)
 */
public record HardwareFacts(DeviceIds ids, int revision, SortedMap<Integer, ResourceType> barTypes,
        Optional<BridgeKind> bridgeKind, boolean transparent, Optional<Boolean> hotplug,
        SortedMap<ResourceName, ResourceType> windowTypes, Optional<MsixTable> msix, Optional<SriovFacts> sriov,
        SortedMap<Integer, List<Long>> resizable, List<FixedRange> fixed, boolean capabilitiesRead,
        boolean extendedCapabilitiesRead) {

    public HardwareFacts {
        barTypes = sorted(barTypes);
        windowTypes = sorted(windowTypes);
        resizable = sorted(resizable);
        fixed = List.copyOf(fixed);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
