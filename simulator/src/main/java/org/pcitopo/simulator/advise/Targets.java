package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;

/** All functions of a machine as targets of requests, in scan order. */
final class Targets {

    private final List<Target> all = new ArrayList<>();
    private final Map<PciAddress, Target> byAddress = new HashMap<>();

    private Targets() {
    }

    static Targets of(List<Simulation> boots) {
        Targets targets = new Targets();
        Simulation first = boots.get(0);
        Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
        first.assignment().functions().forEach(function -> functions.put(function.address(), function));
        boolean everyBar = boots.stream().map(Simulation::boot).map(Boot::rules)
                .anyMatch(rules -> !rules.has(Behaviour.KEEP_LARGE_ENOUGH));
        for (EnumeratedFunction function : first.assignment().functions()) {
            MatchTarget match = function.target(address -> Optional.ofNullable(functions.get(address)));
            List<PciAddress> upstream = match.upstream();
            PciAddress top = upstream.isEmpty() ? function.address() : upstream.get(upstream.size() - 1);
            Target target = new Target(targets.all.size(), match, top.domain() + ":" + top.bus(),
                    sizes(function.description()), everyBar, losesWindows(function.description(), first.topology()));
            targets.all.add(target);
            targets.byAddress.put(function.address(), target);
        }
        return targets;
    }

    List<Target> all() {
        return all;
    }

    Target at(PciAddress address) {
        return byAddress.get(address);
    }

    /** I/O BARs are never touched, and fixed ones are not from 4.9; requests for host bridges are refused. */
    private static List<Long> sizes(Function function) {
        List<Long> sizes = new ArrayList<>();
        if (isHostBridge(function)) {
            return sizes;
        }
        function.bars().stream().filter(bar -> bar.type().isMemory() && !bar.fixed()).forEach(bar -> sizes.add(bar.size()));
        function.rom().filter(rom -> !rom.shadow()).ifPresent(rom -> sizes.add(rom.size()));
        return sizes;
    }

    private static boolean isHostBridge(Function function) {
        return function.bridge().isEmpty() && function.ids().baseAndSubClass() == DeviceIds.CLASS_HOST_BRIDGE;
    }

    /** Only where firmware's windows are read from registers at all (behaviour specification 3, C7). */
    private static boolean losesWindows(Function function, Topology topology) {
        Platform platform = topology.platform();
        boolean assignsAll = platform.machine() == Machine.ARM64_DT || platform.machine() == Machine.ARM64_ACPI;
        boolean preserves = platform.probeOnly() || topology.hostBridges().stream().anyMatch(HostBridge::preserveConfig);
        boolean read = platform.machine() != Machine.POWERNV && platform.machine() != Machine.PSERIES
                && (!assignsAll || preserves);
        return read && function.bridge().filter(bridge -> bridge.kind() != BridgeKind.CARDBUS).isPresent();
    }
}
