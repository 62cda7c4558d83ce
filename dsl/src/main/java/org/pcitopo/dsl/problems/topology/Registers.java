package org.pcitopo.dsl.problems.topology;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.BridgeWindow;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;

/** Changes of the statements that say what a register holds. */
final class Registers {

    private Registers() {
    }

    /** Takes the statement away that describes {@code name}. */
    static Optional<Fix> remove(MachineContext machine, Function function, ResourceName name) {
        return statement(machine, function, name).flatMap(statement -> Mends.remove("remove " + name, statement, Regions.of(statement)));
    }

    /** Leaves the size and takes away where firmware put it; a bridge window goes as a whole. */
    static Optional<Fix> unplace(MachineContext machine, FirmwarePlaces.FirmwarePlace place) {
        Optional<Statement> statement = statement(machine, place.function(), place.name());
        if (statement.filter(BridgeWindow.class::isInstance).isPresent()) {
            return remove(machine, place.function(), place.name());
        }
        return statement.flatMap(Registers::place).flatMap(written -> {
            Optional<AddressRange> range = range(written);
            String title = "write its size alone: the kernel places it";
            if (range.isPresent()) {
                return Optional.of(Fix.replace(title, Regions.of(written.getResource(), ModelPackage.Literals.RESOURCE__RANGE),
                        "size " + Literals.sizeText(range.get().size())));
            }
            return written.getStart() == null ? Optional.empty() : start(written).flatMap(region -> Mends.remove(title, written, region));
        });
    }

    /** Writes the nearest addresses that the register can hold. */
    static Optional<Fix> align(MachineContext machine, FirmwarePlaces.FirmwarePlace place) {
        long below = Unsigned.alignDown(place.start(), place.alignment());
        Optional<Statement> statement = statement(machine, place.function(), place.name());
        if (statement.isPresent() && statement.get() instanceof BridgeWindow window) {
            long end = Unsigned.alignDown(place.start() + place.size() - 1, place.alignment()) + place.alignment() - 1;
            String text = Literals.addressText(below) + "-" + Literals.addressText(end);
            return Optional.of(Fix.replace("write " + text, Regions.of(window.getResource(), ModelPackage.Literals.RESOURCE__RANGE), text));
        }
        return statement.flatMap(Registers::place).flatMap(written -> {
            String title = "write the next address below, " + Literals.addressText(below);
            Optional<AddressRange> range = range(written);
            if (range.isPresent()) {
                return Optional.of(Fix.replace(title, Regions.of(written.getResource(), ModelPackage.Literals.RESOURCE__RANGE),
                        Literals.addressText(below) + "-" + Literals.addressText(below + range.get().size() - 1)));
            }
            return written.getStart() == null ? Optional.empty()
                    : Optional.of(Fix.replace(title, Regions.of(written, ModelPackage.Literals.PLACE__START), Literals.addressText(below)));
        });
    }

    private static Optional<TextRegion> start(Place written) {
        TextRegion address = Regions.of(written, ModelPackage.Literals.PLACE__START);
        int word = Mends.text(written).lastIndexOf("at", address.offset());
        boolean sized = written.getResource() != null && written.getResource().getSize() != null;
        return !sized || word < 0 ? Optional.empty() : Optional.of(new TextRegion(address.file(), word, address.end() - word));
    }

    private static Optional<AddressRange> range(Place written) {
        Resource resource = written.getResource();
        return resource == null || resource.getRange() == null ? Optional.empty() : Literals.range(resource.getRange());
    }

    private static Optional<Place> place(EObject statement) {
        if (statement instanceof Bar bar) {
            return Optional.ofNullable(bar.getPlace());
        }
        if (statement instanceof VfBar bar) {
            return Optional.ofNullable(bar.getPlace());
        }
        return statement instanceof Rom rom ? Optional.ofNullable(rom.getPlace()) : Optional.empty();
    }

    private static Optional<Statement> statement(MachineContext machine, Function function, ResourceName name) {
        return machine.sources().of(function).flatMap(text -> text.statement(name))
                .filter(statement -> !Regions.of(statement).file().startsWith("catalogue:"));
    }
}
