package org.pcitopo.cli.report;

import java.util.List;

/**
 * What {@code diff} compared.
 *
 * @param pairs in the order of the files and of the boots in them
 * @param notCompared what was left out
 */
public record DiffReport(List<BootPair> pairs, List<LeftOut> notCompared) {

    public DiffReport {
        pairs = List.copyOf(pairs);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * A file or boot without counterpart.
     *
     * @param what its name
     * @param why the reason, for people
     */
    public record LeftOut(String what, String why) {
    }
}
