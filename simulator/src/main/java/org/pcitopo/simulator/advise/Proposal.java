package org.pcitopo.simulator.advise;

import java.util.List;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * A command line that was simulated.
 *
 * @param commandLine the whole new text
 * @param change the one edit that makes it of the old text
 * @param request what {@code resource_alignment=} asks for in it, empty for nothing
 * @param changesOptions whether other options than that list change
 * @param cost what it costs, added up over the boots
 * @param costs what it costs for each boot
 * @param outcomes what it comes to, for each boot that was asked for
 * @param effects what changes, for each boot
 * @param stillUnmet what is wanted and not mapped even so
 * @param lost BARs that had a place or could be mapped and no longer do; empty but for a trade-off
 */
public record Proposal(String commandLine, TextChange change, String request, boolean changesOptions, Cost cost, List<Cost> costs,
        List<Simulation> outcomes, List<Comparison> effects, List<ResourceKey> stillUnmet, List<ResourceKey> lost) {

    public Proposal {
        costs = List.copyOf(costs);
        outcomes = List.copyOf(outcomes);
        effects = List.copyOf(effects);
        stillUnmet = List.copyOf(stillUnmet);
        lost = List.copyOf(lost);
    }
}
