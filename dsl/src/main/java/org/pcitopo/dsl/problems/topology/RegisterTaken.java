package org.pcitopo.dsl.problems.topology;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;

/** A BAR in the register that holds the upper half of a 64-bit BAR. */
public final class RegisterTaken implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI110", "a 64-bit BAR takes the next register too");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            check(function.bars(), machine, function, false, report);
            function.sriov().ifPresent(sriov -> check(sriov.vfBars(), machine, function, true, report));
        }
    }

    private static void check(List<Bar> bars, MachineContext machine, Function function, boolean vf, Report report) {
        for (Bar bar : bars) {
            Optional<Bar> next = bars.stream().filter(other -> other.index() == bar.index() + 1).findFirst();
            if (bar.type().is64Bit() && next.isPresent()) {
                ResourceName wide = name(bar, vf);
                ResourceName taken = name(next.get(), vf);
                report.add(Finding.of(KIND, machine.region(function, taken), taken + " cannot be: " + wide
                        + " is 64 bits wide and keeps the upper half of its address in this register")
                        .withRelated(machine.region(function, wide), wide + " takes two registers")
                        .withHelp("remove " + taken + ", or take 64bit from " + wide)
                        .withFix(Registers.remove(machine, function, taken)));
            }
        }
    }

    private static ResourceName name(Bar bar, boolean vf) {
        return vf ? ResourceName.vfBar(bar.index()) : ResourceName.bar(bar.index());
    }
}
