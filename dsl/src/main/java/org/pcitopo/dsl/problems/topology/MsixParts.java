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

        /** Offset of its last byte, saturated. */
        long last() {
            return Unsigned.addSaturated(offset, size - 1);
        }
    }

    static List<Part> of(Function function) {
        return function.msix().map(msix -> List.of(
                new Part("MSI-X table", msix.tableBar(), msix.tableOffset(), msix.tableSize()),
                new Part("MSI-X pending bits", msix.pbaBar(), msix.pbaOffset(), msix.pbaSize()))).orElse(List.of());
    }

    /** The {@code msi-x} statement that has the last word on {@code function}. */
    static TextRegion region(MachineContext machine, Function function) {
        return machine.statement(function, MsiX.class).map(Regions::of).orElseGet(() -> machine.region(function));
    }
}
