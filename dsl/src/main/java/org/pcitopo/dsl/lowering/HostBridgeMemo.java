package org.pcitopo.dsl.lowering;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.simulator.topology.Machine;

/**
 * Lowers host bridges, and takes what was lowered before again where nothing has changed that it was made from: the statements of the
 * host bridge, the device types of its functions, the sort of machine, and what is said elsewhere of its functions. Boots of the
 * same host so have the same objects for it. What a boot plugs in or out is lowered for that boot alone, and what has problems each
 * time, since problems have places.
 */
final class HostBridgeMemo {

    private final Map<HostBridge, Known> known = new IdentityHashMap<>();

    /** @param types the device types that its functions are of, directly or not */
    private record Known(Numbering numbering, Set<DeviceType> types, Map<Machine, Selected> lowered) {
    }

    private record Selected(HostSelections selections, LoweredHostBridge lowered) {
    }

    /** The addresses of the functions below {@code hostBridge}. */
    Numbering number(HostVariant variant, HostBridge hostBridge, Problems problems) {
        Known before = variant.isAsWritten() ? known.get(hostBridge) : null;
        if (before != null) {
            return before.numbering();
        }
        Problems found = new Problems();
        Numbering numbering = Numbering.of(variant, hostBridge, found);
        problems.addAll(found);
        if (variant.isAsWritten() && found.found().isEmpty()) {
            known.put(hostBridge, new Known(numbering, Ingredients.typesBelow(hostBridge), new IdentityHashMap<>()));
        }
        return numbering;
    }

    LoweredHostBridge lower(HostVariant variant, HostBridge hostBridge, Machine machine, HostSelections selections) {
        Optional<Known> before = Optional.of(hostBridge).filter(any -> variant.isAsWritten()).map(known::get);
        if (before.isEmpty()) {
            return new HostBridgeLowering(variant, machine, Numbering.of(variant, hostBridge, new Problems()), selections).lower(hostBridge);
        }
        Numbering numbering = before.get().numbering();
        HostSelections said = selections.of(numbering.addresses().keySet());
        Selected last = before.get().lowered().get(machine);
        if (last != null && last.selections().isSame(said)) {
            return last.lowered();
        }
        LoweredHostBridge lowered = new HostBridgeLowering(variant, machine, numbering, selections).lower(hostBridge);
        if (lowered.problems().found().isEmpty()) {
            before.get().lowered().put(machine, new Selected(said, lowered));
        }
        return lowered;
    }

    /** Forgets what is not true any more. */
    void forget(Changes changes) {
        known.entrySet().removeIf(entry -> changes.hostBridges().contains(entry.getKey())
                || !Collections.disjoint(entry.getValue().types(), changes.elements()));
    }

    /** Forgets all but {@code hostBridges}. */
    void retain(Set<HostBridge> hostBridges) {
        known.keySet().removeIf(hostBridge -> !hostBridges.contains(hostBridge));
    }
}
