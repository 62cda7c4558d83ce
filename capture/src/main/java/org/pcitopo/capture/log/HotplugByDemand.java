package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Which bridges are hotplug ports, told from the optional bytes that window sizing asks for. A bridge passes on what the
 * bridges below it ask for, so one that asks for more than those together has a reserve of its own. Only hotplug reserves
 * and CardBus bridges make I/O optional; prefetchable memory can be optional for VF BARs and ROMs too, so it counts only where the bus below has
 * none (behaviour specification 5.5).
 */
final class HotplugByDemand {

    private record Demand(PciEvent.Optionally event, LogLine line) {
    }

    private final Map<PciAddress, Demand> io = new LinkedHashMap<>();
    private final Map<PciAddress, Demand> prefetchable = new LinkedHashMap<>();
    private final Set<Long> busesWithVfBars = new HashSet<>();
    private final Set<Long> busesWithRoms = new HashSet<>();
    private final Set<Long> busesWithCardBus = new HashSet<>();

    void accept(PciEvent.Optionally event, LogLine line) {
        if (event.window().type().isIo()) {
            io.putIfAbsent(event.function(), new Demand(event, line));
        } else if (event.window().type().prefetchable()) {
            prefetchable.putIfAbsent(event.function(), new Demand(event, line));
        }
    }

    /** Window sizing counts VF BARs and ROMs as optional. */
    void optionalRegister(PciAddress function, boolean rom) {
        (rom ? busesWithRoms : busesWithVfBars).add(bus(function.domain(), function.bus()));
    }

    /** The windows of CardBus bridges are optional, and nothing tells of them but what the bridge above asks for. */
    void cardBus(PciAddress function) {
        busesWithCardBus.add(bus(function.domain(), function.bus()));
    }

    /** A ROM has 32 bits and never goes into a 64-bit window. */
    private boolean hasOptionalBelow(Demand demand) {
        Long below = bus(demand.event().function().domain(), demand.event().secondary());
        return busesWithVfBars.contains(below)
                || busesWithRoms.contains(below) && !demand.event().window().type().is64Bit();
    }

    private boolean hasCardBusBelow(Demand demand) {
        return busesWithCardBus.contains(bus(demand.event().function().domain(), demand.event().secondary()));
    }

    List<Finding> findings() {
        Map<PciAddress, Finding> found = new LinkedHashMap<>();
        ownReserve(io).stream().filter(demand -> !hasCardBusBelow(demand)).forEach(demand -> found.put(demand.event().function(),
                hotplug(demand, "its I/O window asks for more optional bytes than the bridges below it")));
        ownReserve(prefetchable).stream()
                .filter(demand -> !hasOptionalBelow(demand) && !hasCardBusBelow(demand))
                .forEach(demand -> found.putIfAbsent(demand.event().function(),
                        hotplug(demand, "its prefetchable window asks for optional bytes though nothing below it does")));
        return new ArrayList<>(found.values());
    }

    private static Finding hotplug(Demand demand, String why) {
        return new Finding.Hotplug(demand.event().function(), true, demand.line().derived(why));
    }

    private static List<Demand> ownReserve(Map<PciAddress, Demand> byBridge) {
        Map<Long, Long> belowBus = new HashMap<>();
        for (Demand demand : byBridge.values()) {
            PciAddress bridge = demand.event().function();
            belowBus.merge(bus(bridge.domain(), bridge.bus()), demand.event().amount(), Unsigned::addSaturated);
        }
        return byBridge.values().stream().filter(demand -> {
            long below = belowBus.getOrDefault(bus(demand.event().function().domain(), demand.event().secondary()), 0L);
            return Unsigned.less(below, demand.event().amount());
        }).toList();
    }

    private static Long bus(int domain, int bus) {
        return (long) domain << 8 | bus;
    }
}
