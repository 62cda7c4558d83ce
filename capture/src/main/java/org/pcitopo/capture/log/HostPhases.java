package org.pcitopo.capture.log;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * How far the kernel is with each host bridge. Host bridges of a device tree are scanned and assigned one after the other, so
 * the line between facts and answers runs through each of them at its own place.
 */
final class HostPhases {

    /** The kernel's progress. */
    enum Phase {
        /** Everything read is as firmware left it. */
        ENUMERATING,
        /** Windows are being sized and resources placed. */
        ASSIGNING,
        /** The list of bus resources is printed, or drivers are at work: all later changes are not the boot's own. */
        DONE
    }

    /** Root buses by domain. */
    private final Map<Integer, TreeMap<Integer, Phase>> roots = new HashMap<>();

    void found(int domain, int bus) {
        roots.computeIfAbsent(domain, ignored -> new TreeMap<>()).putIfAbsent(bus, Phase.ENUMERATING);
    }

    boolean isRoot(int domain, int bus) {
        return roots.containsKey(domain) && roots.get(domain).containsKey(bus);
    }

    Phase of(PciAddress function) {
        return of(function.domain(), function.bus());
    }

    Phase of(int domain, int bus) {
        Map.Entry<Integer, Phase> entry = entry(domain, bus);
        return entry == null ? Phase.ENUMERATING : entry.getValue();
    }

    /** The root bus above {@code bus}; {@code bus} itself where no host bridge is known there. */
    int root(int domain, int bus) {
        Map.Entry<Integer, Phase> entry = entry(domain, bus);
        return entry == null ? bus : entry.getKey();
    }

    /** Moves the host bridge of {@code bus} on; never back. A host bridge that no line announced is made up. */
    void reach(int domain, int bus, Phase phase) {
        Map.Entry<Integer, Phase> entry = entry(domain, bus);
        if (entry == null) {
            roots.computeIfAbsent(domain, ignored -> new TreeMap<>()).put(0, phase);
        } else if (entry.getValue().compareTo(phase) < 0) {
            roots.get(domain).put(entry.getKey(), phase);
        }
    }

    private Map.Entry<Integer, Phase> entry(int domain, int bus) {
        TreeMap<Integer, Phase> buses = roots.get(domain);
        return buses == null ? null : buses.floorEntry(bus);
    }
}
