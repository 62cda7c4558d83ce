package org.pcitopo.dsl.problems.topology;

import java.util.List;
import org.pcitopo.dsl.model.MsiX;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Unsigned;

/** The parts of an MSI-X capability that lie in BARs: the vector table and the pending bits. */
final class MsixParts {

    private MsixParts() {
    }

    /**
     * One of the two.
     *
     * @param what {@code MSI-X table} or {@code MSI-X pending bits}
     * @param bar number of the BAR that holds it
     * @param offset bytes from that BAR's start
     * @param size bytes
     */
    record Part(String what, int bar, long offset, long size) {

        /** {@code MSI-X table takes}, {@code MSI-X pending bits take}. */
        String does(String verb) {
            return what + " " + (what.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb);
        }

        /** Offset of its last byte, saturated. */
        long last() {
            return Unsigned.addSaturated(offset, size - 1);
        }
    }

    /** The parts that {@code function} says the place of. Where nothing is said of the pending bits, their place is a guess. */
    static List<Part> of(MachineContext machine, Function function) {
        return function.msix().map(msix -> {
            Part table = new Part("MSI-X table", msix.tableBar(), msix.tableOffset(), msix.tableSize());
            boolean told = machine.statement(function, MsiX.class).filter(statement -> statement.getPbaBar() == null).isEmpty();
            return told ? List.of(table, new Part("MSI-X pending bits", msix.pbaBar(), msix.pbaOffset(), msix.pbaSize())) : List.of(table);
        }).orElse(List.of());
    }

    /** The {@code msi-x} statement that has the last word on {@code function}. */
    static TextRegion region(MachineContext machine, Function function) {
        return machine.statement(function, MsiX.class).map(Regions::of).orElseGet(() -> machine.region(function));
    }
}
