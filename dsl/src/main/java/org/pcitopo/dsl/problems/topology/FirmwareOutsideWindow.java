package org.pcitopo.dsl.problems.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.ResourceType;

/** A place of firmware that no window of its bus passes on. */
public final class FirmwareOutsideWindow implements MachineRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI120", "firmware's address lies in no window");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    /** A range that a bus passes on. */
    private record Passed(ResourceType type, AddressRange range) {

        boolean takes(FirmwarePlaces.FirmwarePlace place, AddressRange wanted) {
            boolean sameSpace = type.space() == place.type().space();
            return sameSpace && (!type.prefetchable() || place.type().prefetchable()) && range.contains(wanted);
        }
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (HostBridge host : machine.topology().hostBridges()) {
            if (FirmwarePlaces.count(machine, host) && !host.windows().isEmpty()) {
                List<Passed> windows =
                        host.windows().stream().map(window -> new Passed(window.type(), window.range())).toList();
                bus(machine, host.functions(), windows, host.id(), report);
            }
        }
    }

    private static void bus(MachineContext machine, List<Function> functions, List<Passed> windows, String above, Report report) {
        for (Function function : functions) {
            for (FirmwarePlaces.FirmwarePlace place : FirmwarePlaces.of(function)) {
                Optional<AddressRange> range = place.range();
                if (range.isEmpty() || windows.stream().noneMatch(window -> window.takes(place, range.get()))) {
                    report(machine, place, range, above, report);
                }
            }
            function.bridge().ifPresent(bridge -> bus(machine, bridge.functions(), below(bridge, windows),
                    "the bridge above", report));
        }
    }

    private static List<Passed> below(Bridge bridge, List<Passed> above) {
        List<Passed> windows = new ArrayList<>();
        Stream.of(bridge.io(), bridge.memory(), bridge.prefetchable()).flatMap(Optional::stream)
                .forEach(window -> window.firmware().ifPresent(range -> windows.add(new Passed(window.type(), range))));
        if (bridge.transparent()) {
            windows.addAll(above);
        }
        return windows;
    }

    private static void report(MachineContext machine, FirmwarePlaces.FirmwarePlace place, Optional<AddressRange> range,
            String above, Report report) {
        String where = range.map(AddressRange::toString).orElse(Literals.addressText(place.start()) + " and beyond 64 bits");
        report.add(Finding.of(KIND, machine.region(place.function(), place.name()), place.name() + " at " + where
                + " lies in no window that " + above + " passes on, so nothing reaches it there; the kernel gives it another place")
                .withHelp("write the windows that firmware left in the bridge, or only the size of what firmware did not place")
                .withFix(Registers.unplace(machine, place)));
    }
}
