package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Unsigned;

/** A value of firmware that the register cannot hold. */
public final class FirmwareMisaligned implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI122", "an address is no multiple of what its register can hold");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Function function : machine.functions()) {
            for (FirmwarePlaces.FirmwarePlace place : FirmwarePlaces.of(function)) {
                boolean endFits = !place.name().isWindow() || Unsigned.isAligned(place.start() + place.size(), place.alignment());
                if (!Unsigned.isAligned(place.start(), place.alignment()) || !endFits) {
                    report(machine, place, report);
                }
            }
        }
    }

    private static void report(MachineContext machine, FirmwarePlaces.FirmwarePlace place, Report report) {
        long below = Unsigned.alignDown(place.start(), place.alignment());
        String last = Literals.addressText(place.start() + place.size() - 1);
        String message = place.name().isWindow()
                ? "the " + place.name() + " " + Literals.addressText(place.start()) + "-" + last
                        + " does not consist of whole steps of " + Quantities.size(place.alignment())
                        + ", but a bridge's registers can say no other addresses"
                : place.name() + " starts at " + Literals.addressText(place.start()) + ", which is no multiple of "
                        + Quantities.size(place.alignment())
                        + "; the lower bits of the register are fixed, so no register can hold this address";
        report.add(Finding.of(KIND, machine.region(place.function(), place.name()), message)
                .withHelp("the next address below is " + Literals.addressText(below))
                .withFix(Registers.align(machine, place)));
    }
}
