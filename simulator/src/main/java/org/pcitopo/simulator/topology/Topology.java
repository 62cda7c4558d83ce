package org.pcitopo.simulator.topology;

import java.util.List;

/**
 * One machine as it stands before the kernel assigns anything.
 *
 * @param name a person's name for it
 * @param platform what it runs on
 * @param hostBridges in the order in which the kernel scans them
 * @param reservations ranges that others own
 */
public record Topology(String name, Platform platform, List<HostBridge> hostBridges, List<Reservation> reservations) {

    public Topology {
        hostBridges = List.copyOf(hostBridges);
        reservations = List.copyOf(reservations);
    }

    public Topology withPlatform(Platform replacement) {
        return new Topology(name, replacement, hostBridges, reservations);
    }

    public Topology withHostBridges(List<HostBridge> replacement) {
        return new Topology(name, platform, replacement, reservations);
    }
}
