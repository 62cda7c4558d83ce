package org.pcitopo.dsl.problems.topology;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;

/** Buses of bridges that overlap, run backwards or leave the buses of the bridge above. */
public final class BusRanges implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI105", "the buses of a bridge cannot be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        hostBridges(machine, report);
        machine.topology().hostBridges().forEach(host -> bus(machine, host.functions(), host.firstBus(), host.lastBus(),
                host.id(), report));
    }

    private static void hostBridges(MachineContext machine, Report report) {
        List<HostBridge> hosts = machine.topology().hostBridges();
        for (int i = 0; i < hosts.size(); i++) {
            for (int j = 0; j < i; j++) {
                HostBridge host = hosts.get(i);
                HostBridge other = hosts.get(j);
                if (host.domain() == other.domain() && host.firstBus() <= other.lastBus()
                        && other.firstBus() <= host.lastBus()) {
                    report.add(Finding.of(KIND, machine.region(host), "the buses " + buses(host.firstBus(), host.lastBus())
                            + " of this host bridge and " + buses(other.firstBus(), other.lastBus()) + " of " + other.id()
                            + " overlap, so two functions can have one address")
                            .withRelated(machine.region(other), "the other host bridge")
                            .withHelp("write the bus range of each as the kernel prints it: host-bridge 0000:00 [bus 00-3f]"));
                }
            }
        }
    }

    /** Bridges of one bus: their buses lie within {@code first} + 1 to {@code last} and apart. */
    private static void bus(MachineContext machine, List<Function> functions, int first, int last, String above, Report report) {
        List<Function> bridges = functions.stream().filter(function -> function.bridge().isPresent()).toList();
        for (int i = 0; i < bridges.size(); i++) {
            Function bridge = bridges.get(i);
            Bridge side = bridge.bridge().orElseThrow();
            if (side.secondary().isEmpty()) {
                bus(machine, side.functions(), first, last, above, report);
                continue;
            }
            int secondary = side.secondary().getAsInt();
            int subordinate = side.subordinate().orElse(secondary);
            if (subordinate < secondary) {
                report.add(Finding.of(KIND, machine.region(bridge), "subordinate bus " + Literals.busText(subordinate)
                        + " is below secondary bus " + Literals.busText(secondary)
                        + ", so the bridge would pass nothing on")
                        .withHelp("the subordinate bus is the highest bus below the bridge")
                        .withFix(unnumbered(machine, bridge)));
                continue;
            }
            if (secondary <= first || subordinate > last) {
                report.add(Finding.of(KIND, machine.region(bridge), "buses " + buses(secondary, subordinate)
                        + " of this bridge do not lie behind bus " + Literals.busText(first) + " and up to bus "
                        + Literals.busText(last) + ", which is what " + above
                        + " passes on, so nothing below it can be reached")
                        .withHelp("number the buses within those of the bridge above, or leave them out: pcitopo numbers them")
                        .withFix(unnumbered(machine, bridge)));
            }
            siblings(machine, bridges.subList(0, i), bridge, secondary, subordinate, report);
            bus(machine, side.functions(), secondary, subordinate, "the bridge above", report);
        }
    }

    /** Leaves the numbers to the simulator, where they stand in the bridge's head. */
    private static Optional<Fix> unnumbered(MachineContext machine, Function bridge) {
        return machine.sources().of(bridge).map(text -> text.function()).filter(text -> text instanceof org.pcitopo.dsl.model.Bridge written
                && written.getBuses() != null).flatMap(text -> Mends.remove("leave the numbers out", text,
                        Regions.of(((org.pcitopo.dsl.model.Bridge) text).getBuses())));
    }

    private static void siblings(MachineContext machine, List<Function> others, Function bridge, int secondary, int subordinate,
            Report report) {
        for (Function other : others) {
            Bridge side = other.bridge().orElseThrow();
            int from = side.secondary().orElse(0x100);
            int to = side.subordinate().orElse(from);
            if (secondary <= to && from <= subordinate) {
                report.add(Finding.of(KIND, machine.region(bridge), "buses " + buses(secondary, subordinate)
                        + " of this bridge and " + buses(from, to) + " of the bridge beside it overlap, so both would answer for "
                        + "the same functions")
                        .withRelated(machine.region(other), "the bridge beside it")
                        .withHelp("give each bridge buses of its own")
                        .withFix(unnumbered(machine, bridge)));
            }
        }
    }

    private static String buses(int first, int last) {
        return Literals.busText(first) + (last == first ? "" : "-" + Literals.busText(last));
    }
}
