package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Reservation;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;

/** Turns one host variant into a topology. */
final class HostLowering {

    private final HostVariant variant;
    private final Platform platform;
    private final HostBridgeMemo bridges;
    private final HostSelections selections;
    private final Problems problems;
    private final Origins origins;
    private final SourceMap sources;

    HostLowering(HostVariant variant, Platform platform, HostBridgeMemo bridges, HostSelections selections, Problems problems,
            Origins origins, SourceMap sources) {
        this.variant = variant;
        this.platform = platform;
        this.bridges = bridges;
        this.selections = selections;
        this.problems = problems;
        this.origins = origins;
        this.sources = sources;
    }

    Topology lower() {
        List<org.pcitopo.simulator.topology.HostBridge> hostBridges = new ArrayList<>();
        for (HostBridge hostBridge : variant.hostBridges()) {
            LoweredHostBridge lowered = bridges.lower(variant, hostBridge, platform.machine(), selections);
            problems.addAll(lowered.problems());
            origins.addAll(lowered.origins());
            sources.putAll(lowered.sources());
            hostBridges.add(lowered.hostBridge());
        }
        return new Topology(variant.host().getName(), platform, hostBridges, reservations());
    }

    private List<org.pcitopo.simulator.topology.Reservation> reservations() {
        List<org.pcitopo.simulator.topology.Reservation> reservations = new ArrayList<>();
        for (Statement member : variant.host().getMembers()) {
            if (member instanceof Reservation reservation) {
                ResourceType type = Registers.typeOf(reservation.getResource());
                Registers.rangeOf(reservation.getResource(), problems).ifPresent(range -> {
                    origins.add(FactNames.reservation(reservations.size()), reservation);
                    sources.put(FactNames.reservation(reservations.size()), reservation);
                    reservations.add(new org.pcitopo.simulator.topology.Reservation(type.isIo() ? Space.IO : Space.MEM, range,
                            reservation.getOwner() == null ? "" : reservation.getOwner()));
                });
            }
        }
        return reservations;
    }
}
