package org.pcitopo.dsl.problems.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Unsigned;

/** Two places of firmware on one bus that share addresses. */
public final class FirmwareOverlap implements MachineRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI121", "firmware's addresses overlap");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private record Placed(FirmwarePlaces.FirmwarePlace place, AddressRange range) {
    }

    @Override
    public void check(MachineContext machine, Report report) {
        machine.forEachBus((bridge, functions) -> {
            for (Space space : Space.values()) {
                bus(machine, functions, space, report);
            }
        });
    }

    private static void bus(MachineContext machine, List<Function> functions, Space space, Report report) {
        List<Placed> places = new ArrayList<>();
        for (Function function : functions) {
            for (FirmwarePlaces.FirmwarePlace place : FirmwarePlaces.of(function)) {
                if (place.type().space() == space) {
                    place.range().ifPresent(range -> places.add(new Placed(place, range)));
                }
            }
        }
        places.sort(Comparator.comparing(placed -> placed.range().start(), Long::compareUnsigned));
        for (int i = 1; i < places.size(); i++) {
            Placed before = places.get(i - 1);
            Placed after = places.get(i);
            if (before.range().overlaps(after.range())) {
                report(machine, before, after, report);
            }
            if (Unsigned.less(after.range().end(), before.range().end())) {
                places.set(i, before);
            }
        }
    }

    private static void report(MachineContext machine, Placed before, Placed after, Report report) {
        FirmwarePlaces.FirmwarePlace first = before.place();
        FirmwarePlaces.FirmwarePlace second = after.place();
        report.add(Finding.of(KIND, machine.region(second.function(), second.name()), words(first, before.range()) + " and "
                + words(second, after.range())
                + " overlap, so both would answer; a kernel that keeps firmware's addresses keeps only one of them")
                .withRelated(machine.region(first.function(), first.name()), first.name() + " is here")
                .withHelp("write the addresses of the first boot lines ('BAR 0 [mem …]') or of lspci; a BAR that firmware did not "
                        + "place has only a size")
                .withFix(Registers.unplace(machine, second)));
    }

    private static String words(FirmwarePlaces.FirmwarePlace place, AddressRange range) {
        Function function = place.function();
        String name = function.name().isEmpty() ? String.format("%02x.%x", function.device(), function.function())
                : function.name();
        return place.name() + " (" + name + ") at " + range;
    }
}
