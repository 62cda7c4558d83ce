package org.pcitopo.dsl.ide.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.advise.Question;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/** What somebody who boots a machine wants to be mapped. */
public final class Wanted {

    private Wanted() {
    }

    /** The functions that are handed to guests; where none is, all that are no bridges. */
    public static Set<PciAddress> functions(BootView boot) {
        List<EnumeratedFunction> all = boot.simulation().assignment().functions();
        Passthrough passthrough = Passthrough.of(all, boot.simulation().boot().commandLine(), List.of());
        Set<PciAddress> passed = new TreeSet<>();
        Set<PciAddress> devices = new TreeSet<>();
        for (EnumeratedFunction function : all) {
            if (function.description().bridge().isEmpty()) {
                devices.add(function.address());
                if (passthrough.contains(function.address())) {
                    passed.add(function.address());
                }
            }
        }
        return passed.isEmpty() ? devices : passed;
    }

    /** Whether any function is handed to guests. */
    public static boolean isSaid(BootView boot) {
        List<EnumeratedFunction> all = boot.simulation().assignment().functions();
        return !Passthrough.of(all, boot.simulation().boot().commandLine(), List.of()).reasons().isEmpty();
    }

    /** The BARs of {@code functions} in any of {@code cells}. */
    public static Set<ResourceKey> bars(List<BootView> cells, Set<PciAddress> functions) {
        Set<ResourceKey> wanted = new TreeSet<>();
        cells.forEach(cell -> wanted.addAll(Question.wanted(cell.simulation(), functions)));
        return wanted;
    }

    /** The cells that have the command line of the first one, as far as simulations go. */
    public static List<Simulation> simulations(List<BootView> cells) {
        Map<Object, Simulation> same = new LinkedHashMap<>();
        String line = cells.get(0).simulation().boot().commandLine();
        cells.stream().filter(cell -> cell.simulation().boot().commandLine().equals(line)).forEach(cell -> same.put(cell.id(), cell.simulation()));
        return List.copyOf(same.values());
    }
}
