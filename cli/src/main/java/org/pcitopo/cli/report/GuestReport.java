package org.pcitopo.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.guest.GuestView;
import org.pcitopo.simulator.topology.Topology;

/**
 * What a guest sees, and under which boots of the host.
 *
 * @param simulations boots that show it the same, at least one
 * @param view the guest
 */
public record GuestReport(List<Simulation> simulations, GuestView view) {

    public GuestReport {
        simulations = List.copyOf(simulations);
    }

    /** What boots have to agree in to be told in one. */
    private record Same(Topology topology, GuestView view) {
    }

    /** One report for each different view of a machine, in the order of {@code views}. */
    public static List<GuestReport> of(Map<Simulation, GuestView> views) {
        Map<Same, List<Simulation>> groups = new LinkedHashMap<>();
        views.forEach((simulation, view) -> groups.computeIfAbsent(new Same(simulation.topology(), view), first -> new ArrayList<>())
                .add(simulation));
        return groups.entrySet().stream().map(group -> new GuestReport(group.getValue(), group.getKey().view())).toList();
    }
}
