package org.pcitopo.capture.replay;

import java.util.List;

/**
 * The sum over several sources.
 *
 * @param sources how many
 * @param identical how many of them show no difference
 * @param empty how many of them show nothing that can be compared
 * @param resources sum of the resources' tallies
 * @param mappings sum of the mappings' tallies
 */
public record ReplayTotal(int sources, int identical, int empty, Tally resources, Tally mappings) {

    /** The sum over the sources of one group. */
    public static ReplayTotal of(List<ReplayResult> results, PlatformGroup group) {
        return of(results.stream().filter(result -> result.group() == group).toList());
    }

    public static ReplayTotal of(List<ReplayResult> results) {
        Tally resources = Tally.NONE;
        Tally mappings = Tally.NONE;
        int identical = 0;
        int empty = 0;
        for (ReplayResult result : results) {
            resources = resources.plus(result.resources());
            mappings = mappings.plus(result.mappings());
            identical += result.isIdentical() ? 1 : 0;
            empty += result.isEmpty() ? 1 : 0;
        }
        return new ReplayTotal(results.size(), identical, empty, resources, mappings);
    }
}
