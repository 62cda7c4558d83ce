package org.pcitopo.dsl.ide.words;

import java.util.List;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/**
 * How many memory BARs of a boot can be mapped.
 *
 * @param mapped wholly
 * @param all of how many
 */
public record BootSummary(long mapped, long all) {

    /** All memory BARs of a boot. */
    public static BootSummary of(BootView boot) {
        return count(boot, boot.simulation().mappings());
    }

    /** Those of the functions that are handed to guests. */
    public static BootSummary ofPassthrough(BootView boot) {
        Passthrough passthrough = Passthrough.of(boot.simulation().assignment().functions(),
                boot.simulation().boot().commandLine(), List.of());
        return count(boot, boot.simulation().mappings().stream().filter(mapping -> passthrough.contains(mapping.function())).toList());
    }

    private static BootSummary count(BootView boot, List<Mapping> mappings) {
        List<Mapping> memory = mappings.stream()
                .filter(mapping -> boot.resource(BootContext.keyOf(mapping)).map(bar -> bar.type().isMemory()).orElse(true)).toList();
        return new BootSummary(memory.stream().filter(mapping -> mapping.verdict() == Verdict.MAPPED).count(), memory.size());
    }

    /** {@code 14 of 16 mapped}. */
    public String words() {
        return all == 0 ? "none" : mapped + " of " + all + " mapped";
    }
}
