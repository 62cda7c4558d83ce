package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * How large the windows of hot-plug ports have to be for what is wanted below them: what they are sized to where nothing is reserved
 * and every window is sized afresh.
 *
 * @param memory bytes of the largest memory window that is needed, 0 for none
 * @param prefetchable bytes of the largest prefetchable window, 0 for none
 * @param separate whether the kernels have an option for each
 */
record HotplugNeed(long memory, long prefetchable, boolean separate) {

    private static final String NOTHING = "pci=realloc,hpiosize=0,hpmemsize=0";

    static HotplugNeed of(List<Simulation> boots, List<Outcome> outcomes) {
        long memory = 0;
        long prefetchable = 0;
        for (int i = 0; i < boots.size(); i++) {
            Set<PciAddress> ports = portsAbove(boots.get(i), outcomes.get(i).unmetBefore());
            Optional<Simulation> bare = ports.isEmpty() ? Optional.empty() : withoutReserves(boots.get(i));
            if (bare.isPresent()) {
                for (TraceEvent event : bare.get().assignment().trace().events()) {
                    if (event instanceof TraceEvent.WindowSized sized && ports.contains(sized.window().function())) {
                        memory = sized.window().name() == ResourceName.MEM_WINDOW ? Unsigned.max(memory, sized.size()) : memory;
                        prefetchable = sized.window().name() == ResourceName.PREF_WINDOW
                                ? Unsigned.max(prefetchable, sized.size()) : prefetchable;
                    }
                }
            }
        }
        return new HotplugNeed(memory, prefetchable,
                boots.stream().allMatch(boot -> boot.boot().rules().has(Behaviour.SEPARATE_HOTPLUG_RESERVES)));
    }

    private static Optional<Simulation> withoutReserves(Simulation simulation) {
        Boot boot = simulation.boot();
        try {
            return Optional.of(Simulator.simulate(simulation.topology(), Boot.of(boot.name(), boot.rules(), boot.pageSize(), NOTHING)));
        } catch (TopologyException impossible) {
            return Optional.empty();
        }
    }

    private static Set<PciAddress> portsAbove(Simulation simulation, List<ResourceKey> unmet) {
        Set<PciAddress> functions = new HashSet<>();
        unmet.forEach(key -> functions.add(key.function()));
        Set<PciAddress> ports = new HashSet<>();
        List<EnumeratedFunction> all = new ArrayList<>(simulation.assignment().functions());
        // Bridges come before what is below them.
        for (int i = all.size() - 1; i >= 0; i--) {
            EnumeratedFunction function = all.get(i);
            if (functions.contains(function.address())) {
                function.parent().ifPresent(functions::add);
                if (function.description().bridge().map(bridge -> bridge.hotplug()).orElse(false)) {
                    ports.add(function.address());
                }
            }
        }
        return ports;
    }

    /** The pieces of {@code pci=} that reserve just that; empty where nothing has to be reserved. */
    List<String> options() {
        if (memory == 0 && prefetchable == 0) {
            return List.of();
        }
        if (!separate) {
            return List.of("hpmemsize=" + text(Unsigned.max(memory, prefetchable)));
        }
        List<String> options = new ArrayList<>();
        if (memory != 0) {
            options.add("hpmmiosize=" + text(memory));
        }
        if (prefetchable != 0) {
            options.add("hpmmioprefsize=" + text(prefetchable));
        }
        return options;
    }

    /** Whole megabytes, as windows have them. */
    private static String text(long bytes) {
        long megabytes = (bytes >>> 20) + ((bytes & 0xfffff) == 0 ? 0 : 1);
        boolean gigabytes = megabytes % 1024 == 0;
        return gigabytes ? Long.toUnsignedString(megabytes / 1024) + "G" : Long.toUnsignedString(megabytes) + "M";
    }
}
