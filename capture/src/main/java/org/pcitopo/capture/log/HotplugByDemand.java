package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Which bridges are hotplug ports, told from the optional I/O that window sizing asks for. Only hotplug reserves make I/O
 * optional, and a bridge passes on what the bridges below it ask for; so a bridge that asks for more than those together is a
 * hotplug port itself (behaviour specification 5.5).
 */
final class HotplugByDemand {

    private record Demand(PciEvent.Optionally event, LogLine line) {
    }

    private final Map<PciAddress, Demand> byBridge = new LinkedHashMap<>();

    void accept(PciEvent.Optionally event, LogLine line) {
        if (event.window().type().isIo()) {
            byBridge.putIfAbsent(event.function(), new Demand(event, line));
        }
    }

    List<Finding> findings() {
        Map<Long, Long> belowBus = new HashMap<>();
        for (Demand demand : byBridge.values()) {
            PciAddress bridge = demand.event().function();
            belowBus.merge(bus(bridge.domain(), bridge.bus()), demand.event().amount(), Unsigned::addSaturated);
        }
        List<Finding> findings = new ArrayList<>();
        for (Demand demand : byBridge.values()) {
            PciAddress bridge = demand.event().function();
            long below = belowBus.getOrDefault(bus(bridge.domain(), demand.event().secondary()), 0L);
            if (Unsigned.less(below, demand.event().amount())) {
                findings.add(new Finding.Hotplug(bridge, true,
                        demand.line().derived("its I/O window asks for more optional bytes than the bridges below it")));
            }
        }
        return findings;
    }

    private static Long bus(int domain, int bus) {
        return (long) domain << 8 | bus;
    }
}
