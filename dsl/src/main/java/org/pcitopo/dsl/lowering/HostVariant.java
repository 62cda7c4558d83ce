package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;

/**
 * A host as one boot finds it: with what the boot plugs in, and without what it unplugs.
 *
 * @param host the machine
 * @param plugged by the bridge below which they are plugged in
 * @param unplugged functions that are not there, with all below them
 */
record HostVariant(Host host, Map<Bridge, List<Function>> plugged, Set<Function> unplugged) {

    static HostVariant asWritten(Host host) {
        return new HostVariant(host, Map.of(), Set.of());
    }

    /** Whether the boot plugs nothing in or out. */
    boolean isAsWritten() {
        return plugged.isEmpty() && unplugged.isEmpty();
    }

    List<HostBridge> hostBridges() {
        return host.getMembers().stream().filter(HostBridge.class::isInstance).map(HostBridge.class::cast).toList();
    }

    /** The functions on the root bus, by device and function number. */
    List<Function> functions(HostBridge hostBridge) {
        return present(hostBridge.getFunctions());
    }

    /** The functions on the bus below {@code bridge}, by device and function number. */
    List<Function> functions(Bridge bridge) {
        List<Function> functions = new ArrayList<>(bridge.getFunctions());
        functions.addAll(plugged.getOrDefault(bridge, List.of()));
        return present(functions);
    }

    private List<Function> present(List<Function> functions) {
        return functions.stream().filter(function -> !unplugged.contains(function))
                .sorted(Comparator.comparingInt(function -> WrittenAddress.of(function).devfn())).toList();
    }

    /** A map that tells functions of the model apart by identity. */
    static <V> Map<Function, V> functionMap() {
        return new IdentityHashMap<>();
    }
}
