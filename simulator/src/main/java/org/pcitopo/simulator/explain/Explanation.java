package org.pcitopo.simulator.explain;

import java.util.List;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * How one resource came to its place, or to none.
 *
 * @param resource which one
 * @param title its name and, for a function with a name, its address
 * @param summary one line: where it ended and what vfio-pci makes of it
 * @param steps what happened, in order
 */
public record Explanation(ResourceKey resource, String title, String summary, List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }
}
