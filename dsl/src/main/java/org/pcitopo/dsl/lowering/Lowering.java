package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.PcitopoFile;

/**
 * Turns the model of a linked file into the simulator's data. It never fails: what cannot be understood becomes a
 * {@link LoweringProblem}, and everything else is there.
 */
public final class Lowering {

    private Lowering() {
    }

    /** The boots of {@code file}; their hosts may stand in files that it imports. */
    public static Lowered lower(PcitopoFile file) {
        Problems problems = new Problems();
        List<LoweredBoot> boots = new ArrayList<>();
        Set<Host> booted = new HashSet<>();
        for (Element element : file.getElements()) {
            if (element instanceof Boot boot) {
                boots.addAll(BootLowering.lower(boot, problems));
                if (boot.getHost() != null) {
                    booted.add(boot.getHost());
                }
            }
        }
        for (Element element : file.getElements()) {
            if (element instanceof Host host && !booted.contains(host)) {
                boots.addAll(BootLowering.lowerDefault(host, problems));
            }
        }
        return new Lowered(boots, problems.found());
    }
}
