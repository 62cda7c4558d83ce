package org.pcitopo.simulator.advise;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * The answer to a {@link Question}.
 *
 * @param question what was asked
 * @param before the boots as they are
 * @param unmet what is wanted and not mapped as things are, in at least one boot
 * @param best the best command line that maps everything wanted and loses nothing; empty where nothing is unmet or nothing was found
 * @param simpler a line with fewer entries than the best that does as well but for what it moves or enlarges; the best of those that
 *     were tried
 * @param tradeOff where there is no best: the command line that maps everything wanted and loses least
 * @param closest where there is no best: the command line that loses nothing and maps more than now
 * @param complete whether the whole space was searched: then {@code best} is the best there is, and none means that there is none
 * @param tried how many command lines were simulated
 */
public record Advice(Question question, List<Simulation> before, List<ResourceKey> unmet, Optional<Proposal> best,
        Optional<Proposal> simpler, Optional<Proposal> tradeOff, Optional<Proposal> closest, boolean complete, int tried) {

    public Advice {
        before = List.copyOf(before);
        unmet = List.copyOf(unmet);
    }

    /** Whether everything wanted is mapped as things are. */
    public boolean nothingToDo() {
        return unmet.isEmpty();
    }
}
