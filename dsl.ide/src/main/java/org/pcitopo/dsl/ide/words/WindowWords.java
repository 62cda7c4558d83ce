package org.pcitopo.dsl.ide.words;

import java.util.List;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.topology.Unsigned;

/** How full a window is. */
public final class WindowWords {

    private static final int MOST_LINES = 12;

    private WindowWords() {
    }

    /** Used, free, largest hole. */
    public static List<String> figures(WindowUse use) {
        return List.of(size(use.used()), size(use.free()), size(use.largestHole()));
    }

    private static String size(long bytes) {
        return Unsigned.less(bytes, 1024) ? Quantities.size(bytes) : Sizes.about(bytes);
    }

    /** {@code 64K used, 1M free (largest hole 512K)}. */
    public static String words(WindowUse use) {
        List<String> figures = figures(use);
        return figures.get(0) + " used, " + figures.get(1) + " free (largest hole " + figures.get(2) + ")";
    }

    /** What lies directly in a window, one a line. */
    public static String contents(BootView boot, WindowUse use) {
        List<AssignedResource> contents = boot.contents(use.id());
        if (contents.isEmpty()) {
            return "empty";
        }
        StringBuilder text = new StringBuilder();
        contents.stream().limit(MOST_LINES).forEach(resource -> text.append(String.format("%-14s %5s  %s%n",
                Literals.addressText(resource.range().orElseThrow().start()), Literals.sizeText(resource.size()),
                boot.nameOf(resource.key()))));
        if (contents.size() > MOST_LINES) {
            text.append("and ").append(contents.size() - MOST_LINES).append(" more");
        }
        return text.toString();
    }
}
