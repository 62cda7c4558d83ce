package org.pcitopo.dsl.problems.simulation;

import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FinderRule;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.simulator.assign.TopologyException;

/** A machine that cannot be simulated at all. */
public final class ImpossibleMachine implements FinderRule {

    static final ProblemKind KIND = ProblemKind.error("PCI310", "the machine cannot be simulated");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    /** What to say where the simulator refuses the machine of {@code boot}. */
    public static Finding finding(LoweredBoot boot, TopologyException refusal) {
        return Finding.of(KIND, new MachineContext(boot).hostRegion(), "this machine cannot be simulated: "
                + refusal.getMessage() + "; nothing is known of its boots")
                .withHelp("no real machine is like that; compare with what lspci -t prints");
    }
}
