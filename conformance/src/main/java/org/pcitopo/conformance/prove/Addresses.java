package org.pcitopo.conformance.prove;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.conformance.machine.Place;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Topology;

/** The addresses that places in a tree have once its buses are numbered. */
final class Addresses {

    private final Map<Place, PciAddress> addresses = new HashMap<>();

    private Addresses(Simulation simulation, List<HostBridge> hosts) {
        Map<PciAddress, Place> places = new HashMap<>();
        // Bridges stand before what is below them: that is how they are found.
        for (EnumeratedFunction function : simulation.assignment().functions()) {
            PciAddress address = function.address();
            Place above = function.parent().map(places::get)
                    .orElseGet(() -> Place.hostBridge(hostBridge(hosts, address)));
            Place place = above.below(address.devfn());
            places.put(address, place);
            addresses.put(place, address);
        }
    }

    /** Host bridges in the order in which a person wrote them. */
    static Addresses ofWanted(Simulation simulation) {
        return new Addresses(simulation, simulation.topology().hostBridges());
    }

    /** Host bridges in the order of domains and bus numbers, which QEMU's machine has whatever a log shows first. */
    static Addresses ofBuilt(Simulation simulation) {
        return new Addresses(simulation, inOrder(simulation.topology()));
    }

    /** The host bridges of QEMU's machine, in the order of the wanted ones. */
    static List<HostBridge> inOrder(Topology built) {
        return built.hostBridges().stream().sorted(Comparator.comparingInt(HostBridge::domain)
                .thenComparingInt(HostBridge::firstBus)).toList();
    }

    private static int hostBridge(List<HostBridge> hosts, PciAddress address) {
        for (int index = 0; index < hosts.size(); index++) {
            HostBridge host = hosts.get(index);
            if (host.domain() == address.domain() && host.firstBus() == address.bus()) {
                return index;
            }
        }
        throw new IllegalStateException(address + " stands on no root bus");
    }

    /** The address of the function at {@code place}; empty where enumeration found none there. */
    Optional<PciAddress> of(Place place) {
        return Optional.ofNullable(addresses.get(place));
    }
}
