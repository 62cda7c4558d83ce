package org.pcitopo.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.report.BootPair.Side;
import org.pcitopo.cli.report.DiffReport.LeftOut;
import org.pcitopo.simulator.Boot;

/**
 * Finds for each boot of one side the boot of the other that it is to be compared with: the one that is called the same, runs the
 * same kernel and has the same page size, as far as these were not asked to differ.
 *
 * @param hostDiffers the machines may be called differently
 * @param bootDiffers different boots are wanted
 * @param kernelDiffers different releases are wanted
 * @param pageSizeDiffers different page sizes are wanted
 */
public record BootPairs(boolean hostDiffers, boolean bootDiffers, boolean kernelDiffers, boolean pageSizeDiffers) {

    /** The pairs, in the order of {@code before}, and who has none. */
    public DiffReport pair(List<Side> before, List<Side> after) {
        if (before.size() == 1 && after.size() == 1) {
            return new DiffReport(List.of(BootPair.of(before.get(0), after.get(0))), List.of());
        }
        Map<BootName, List<Side>> others = grouped(after);
        List<BootPair> pairs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        grouped(before).forEach((name, sides) -> {
            List<Side> found = others.getOrDefault(name, List.of());
            others.remove(name);
            if (found.size() != 1 && sides.size() != 1 && found.size() != sides.size() || found.isEmpty()) {
                sides.forEach(side -> leftOut.add(leftOut(side, "there is no one boot on the other side to compare it with")));
                found.forEach(side -> leftOut.add(leftOut(side, "there is no one boot on the other side to compare it with")));
                return;
            }
            for (int i = 0; i < Math.max(sides.size(), found.size()); i++) {
                pairs.add(BootPair.of(sides.get(Math.min(i, sides.size() - 1)), found.get(Math.min(i, found.size() - 1))));
            }
        });
        others.values().stream().flatMap(List::stream)
                .forEach(side -> leftOut.add(leftOut(side, "there is no one boot on the other side to compare it with")));
        return new DiffReport(pairs, leftOut);
    }

    private Map<BootName, List<Side>> grouped(List<Side> sides) {
        Map<BootName, List<Side>> groups = new LinkedHashMap<>();
        sides.forEach(side -> groups.computeIfAbsent(name(side), unused -> new ArrayList<>()).add(side));
        return groups;
    }

    private BootName name(Side side) {
        Boot boot = side.simulation().boot();
        return new BootName(hostDiffers ? "" : side.simulation().topology().name(), bootDiffers ? "" : boot.name(),
                kernelDiffers ? "" : boot.rules().release() + " " + boot.rules().ruleSet(),
                pageSizeDiffers ? 0 : boot.pageSize());
    }

    private static LeftOut leftOut(Side side, String why) {
        Boot boot = side.simulation().boot();
        return new LeftOut(side.file() + ": host " + side.simulation().topology().name() + ", boot " + boot.name() + ", Linux "
                + boot.rules().release(), why);
    }
}
