package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;

/** A BAR in a register that the function does not have. */
public final class NoSuchBar implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI111", "the function has no such BAR");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final int LAST_OF_BRIDGE = 1;
    private static final int LAST = 5;

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            boolean cardBus = function.bridge().map(bridge -> bridge.kind() == BridgeKind.CARDBUS).orElse(false);
            int last = cardBus ? 0 : function.bridge().isPresent() ? LAST_OF_BRIDGE : LAST;
            for (Bar bar : function.bars()) {
                int end = bar.index() + (bar.type().is64Bit() ? 1 : 0);
                if (end > last) {
                    ResourceName name = ResourceName.bar(bar.index());
                    boolean half = bar.index() <= last;
                    Finding finding = Finding.of(KIND, machine.region(function, name), half
                            ? name + " is 64 bits wide, but there is no register " + end + " for its upper half: "
                                    + sort(function, last)
                            : name + " does not exist: " + sort(function, last))
                            .withHelp(half ? "take 64bit from it, or write it in an earlier register"
                                    : "write it in one of the registers that exist");
                    report.add(half ? finding : finding.withFix(Registers.remove(machine, function, name)));
                }
            }
        }
    }

    private static String sort(Function function, int last) {
        String what = function.bridge().isPresent() ? "a bridge" : "a function";
        return what + (last == 0 ? " of this sort has BAR 0 alone" : " has BARs 0 to " + last);
    }
}
