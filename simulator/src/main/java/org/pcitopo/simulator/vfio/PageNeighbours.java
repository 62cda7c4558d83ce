package org.pcitopo.simulator.vfio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.WindowId;

/**
 * What stands beside a resource in the window that holds it, as the kernel's resource tree shows it: BARs, ROMs even where
 * disabled, VF BARs, bridge windows; in a host window also what others reserved (behaviour specification 7.2 and C11).
 */
final class PageNeighbours {

    private final Map<WindowId, Siblings> siblings = new HashMap<>();
    private final Map<WindowId, AddressRange> windows = new HashMap<>();
    private final List<Reservation> reservations;

    PageNeighbours(Assignment assignment, Topology topology) {
        Map<WindowId, List<AssignedResource>> children = new HashMap<>();
        for (AssignedResource resource : assignment.resources()) {
            if (resource.range().isPresent() && resource.window().isPresent()) {
                children.computeIfAbsent(resource.window().get(), id -> new ArrayList<>()).add(resource);
            }
        }
        children.forEach((id, resources) -> siblings.put(id, new Siblings(resources)));
        for (WindowUse use : assignment.windows()) {
            windows.put(use.id(), use.range());
        }
        reservations = topology.reservations().stream().filter(reservation -> reservation.space() == Space.MEM).toList();
    }

    /** The other resources of its window that overlap {@code place}, by address. */
    List<ResourceKey> others(AssignedResource resource, AddressRange place) {
        return resource.window().map(siblings::get).map(window -> window.overlapping(place).stream()
                .map(AssignedResource::key).filter(key -> !key.equals(resource.key())).toList()).orElse(List.of());
    }

    /** Whether something other than a PCI resource lies at {@code place} in its host window. */
    boolean reserved(AssignedResource resource, AddressRange place) {
        boolean inHostWindow = resource.window().filter(WindowId.OfHost.class::isInstance).isPresent();
        return inHostWindow && reservations.stream().anyMatch(reservation -> reservation.range().overlaps(place));
    }

    /** Whether its window goes on to the end of {@code place}. */
    boolean windowHolds(AssignedResource resource, AddressRange place) {
        Optional<AddressRange> window = resource.window().map(windows::get);
        return window.map(range -> range.contains(place)).orElse(true);
    }
}
