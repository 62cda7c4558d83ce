package org.pcitopo.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.Origin;

/**
 * Which bus lies below which bridge of one domain. Bridges whose bus no source tells are numbered as the kernel does: numbered
 * bridges of a bus first, then the others in the order of their addresses, depth first, each one above the highest in use.
 */
final class BusTree {

    private static final int CARDBUS_RESERVED = 3;

    private final Map<Integer, List<FunctionDraft>> byBus = new TreeMap<>();
    private final Map<FunctionDraft, Sourced<FunctionDraft.Buses>> below = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final List<FunctionDraft> unusable = new ArrayList<>();
    private int highest;

    /**
     * @param roots the root buses of the domain
     * @param functions all functions of the domain
     */
    BusTree(Collection<Integer> roots, Collection<FunctionDraft> functions) {
        functions.stream().sorted(Comparator.comparing(draft -> draft.address))
                .forEach(draft -> byBus.computeIfAbsent(draft.address.bus(), ignored -> new ArrayList<>()).add(draft));
        taken.addAll(roots);
        roots.forEach(this::adopt);
    }

    /** Takes {@code root} as the root bus of one more host bridge. */
    void adopt(int root) {
        taken.add(root);
        highest = root;
        visit(root);
    }

    /** @return the highest bus at or below {@code bus} */
    private int visit(int bus) {
        int top = bus;
        List<FunctionDraft> bridges = at(bus).stream().filter(FunctionDraft::isBridge).toList();
        for (FunctionDraft bridge : bridges) {
            Optional<Sourced<FunctionDraft.Buses>> told = bridge.buses.last();
            if (told.isPresent()) {
                top = Math.max(top, enter(bridge, told.get()));
            }
        }
        for (FunctionDraft bridge : bridges) {
            if (bridge.buses.isEmpty() && highest < 0xff) {
                int number = highest + 1;
                int last = bridge.isCardBus() ? Math.min(number + CARDBUS_RESERVED, 0xff) : number;
                top = Math.max(top, enter(bridge, new Sourced<>(new FunctionDraft.Buses(number, last),
                        new Origin(Origin.Certainty.DERIVED, "", 0, "numbered as the kernel numbers buses"))));
            }
        }
        return top;
    }

    /** @return the highest bus below {@code bridge}; that of the bridge itself where its number cannot be */
    private int enter(FunctionDraft bridge, Sourced<FunctionDraft.Buses> buses) {
        int secondary = buses.value().secondary();
        if (secondary <= bridge.address.bus() || !taken.add(secondary)) {
            unusable.add(bridge);
            return bridge.address.bus();
        }
        highest = Math.max(highest, buses.value().secondary());
        int last = Math.max(buses.value().subordinate(), visit(secondary));
        below.put(bridge, new Sourced<>(new FunctionDraft.Buses(secondary, last), buses.origin()));
        highest = Math.max(highest, last);
        return last;
    }

    /** The functions on {@code bus}, ascending. */
    List<FunctionDraft> at(int bus) {
        return byBus.getOrDefault(bus, List.of());
    }

    /** The buses below {@code bridge}; empty where no number is left for it. */
    Optional<Sourced<FunctionDraft.Buses>> below(FunctionDraft bridge) {
        return Optional.ofNullable(below.get(bridge));
    }

    /** Bridges whose bus numbers no machine can have: below themselves, or below two bridges. */
    List<FunctionDraft> unusable() {
        return unusable;
    }

    /** The lowest bus with functions that lies below no bridge and no host bridge. */
    OptionalInt firstOrphan() {
        return byBus.keySet().stream().filter(bus -> !taken.contains(bus)).mapToInt(Integer::intValue).findFirst();
    }
}
