package org.pcitopo.dsl.lowering;

import java.util.List;
import org.pcitopo.dsl.model.Host;

/**
 * All that a file describes, as the simulator's data.
 *
 * @param boots every boot of the file, in the order written, a matrix expanded; then, for each host of the file that no boot is
 *     written for, a boot named {@code default} without command line
 * @param problems what could not be understood
 */
public record Lowered(List<LoweredBoot> boots, List<LoweringProblem> problems) {

    public Lowered {
        boots = List.copyOf(boots);
        problems = List.copyOf(problems);
    }

    /** The boots of {@code host}. */
    public List<LoweredBoot> bootsOf(Host host) {
        return boots.stream().filter(boot -> boot.host() == host).toList();
    }
}
