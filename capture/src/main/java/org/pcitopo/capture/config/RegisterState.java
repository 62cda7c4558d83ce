package org.pcitopo.capture.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * What the address registers held when they were read: the kernel's work where the machine was running. Bus addresses.
 *
 * @param decode which decoders the COMMAND register enables
 * @param starts the address in each BAR register that is not all zero, and in the ROM register
 * @param romEnabled the ROM's enable bit
 * @param windows each bridge window whose registers are not all zero; empty where it is closed
 * @param numVfs the number of VFs that are enabled, 0 without SR-IOV
 */
public record RegisterState(Decode decode, SortedMap<ResourceName, Long> starts, boolean romEnabled,
        SortedMap<ResourceName, Optional<AddressRange>> windows, int numVfs) {

    public RegisterState {
        starts = sorted(starts);
        windows = sorted(windows);
    }

    private static <V> SortedMap<ResourceName, V> sorted(Map<ResourceName, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
