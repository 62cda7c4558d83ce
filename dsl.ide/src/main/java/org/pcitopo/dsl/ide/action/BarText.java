package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.Place;
import org.pcitopo.dsl.model.Resource;
import org.pcitopo.dsl.model.ResourceFlag;
import org.pcitopo.dsl.model.ResourceSpace;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.RomState;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.simulator.topology.AddressRange;

/**
 * The pieces of a statement about a register: what hardware says of it, and what firmware left in it.
 *
 * @param name {@code BAR 0}, {@code ROM}, {@code VF BAR 0}
 * @param resource {@code [mem size 4K]}; empty where it is said elsewhere
 * @param placement {@code at 0xfe800000}, {@code unset}, or nothing
 * @param rest what stands behind it: {@code fixed}, {@code resizable ...}, the state of a ROM
 * @param origins where that is from
 */
record BarText(String name, String resource, String placement, String rest, String origins) {

    /** The pieces of {@code statement}; empty for what is about no register, or takes one away. */
    static Optional<BarText> of(Statement statement) {
        if (statement instanceof Bar bar && bar.getPlace() != null) {
            String rest = (bar.isFixed() ? "fixed " : "") + (bar.getResizableSizes().isEmpty() ? "" : "resizable " + String.join(" ", bar.getResizableSizes()));
            return Optional.of(of(name(statement), bar.getPlace(), rest.strip(), statement));
        }
        if (statement instanceof Rom rom && rom.getPlace() != null) {
            boolean told = rom.getState() != RomState.DISABLED || DeviceText.of(rom).contains(" disabled");
            return Optional.of(of(name(statement), rom.getPlace(), told ? rom.getState().getLiteral() : "", statement));
        }
        return statement instanceof VfBar bar && bar.getPlace() != null ? Optional.of(of(name(statement), bar.getPlace(), "", statement)) : Optional.empty();
    }

    /** {@code BAR 0} for a statement about a register; empty for others. */
    static String name(Statement statement) {
        if (statement instanceof Bar bar) {
            return bar.getRegister() == null ? "BAR " + bar.getIndex() : "reg " + bar.getRegister() + ":";
        }
        return statement instanceof Rom ? "ROM" : statement instanceof VfBar bar ? "VF BAR " + bar.getIndex() : "";
    }

    private static BarText of(String name, Place place, String rest, Statement statement) {
        String placement = place.getStart() != null ? "at " + place.getStart() : place.isUnset() ? "unset" : "";
        String resource = place.getResource() == null ? "" : DeviceText.of(place.getResource());
        return new BarText(name, resource, placement, rest, DeviceText.origins(statement));
    }

    /** What this says after what {@code general} says. */
    BarText after(BarText general) {
        return new BarText(name, resource.isEmpty() ? general.resource : resource,
                resource.isEmpty() && placement.isEmpty() ? general.placement : placement, rest.isEmpty() ? general.rest : rest, origins);
    }

    /** What hardware says: the size, and what the register can hold. */
    BarText ofHardware(Place place) {
        return new BarText(name, Optional.ofNullable(place.getResource()).flatMap(BarText::sized).orElse(resource), "", rest, origins);
    }

    /** What firmware says: where it put it; empty where it left the register at 0. */
    Optional<BarText> ofFirmware(Place place) {
        Optional<AddressRange> range = Optional.ofNullable(place.getResource()).map(Resource::getRange).flatMap(Literals::range);
        String left = placement.isEmpty() ? range.map(found -> "at " + Literals.addressText(found.start())).orElse("") : placement;
        return left.isEmpty() ? Optional.empty() : Optional.of(new BarText(name, "", left, "", origins));
    }

    /** {@code [mem 0xfe800000-0xfe800fff]} as {@code [mem size 4K]}; empty for what is no range. */
    private static Optional<String> sized(Resource resource) {
        List<ResourceFlag> flags = resource.getFlags();
        return Optional.ofNullable(resource.getRange()).flatMap(Literals::range).map(range -> "["
                + (resource.getSpace() == ResourceSpace.IO ? "io" : "mem") + " size " + Literals.sizeText(range.size())
                + flags.stream().map(flag -> " " + flag.getLiteral()).collect(Collectors.joining()) + "]");
    }

    /** The statement. */
    String text() {
        return (String.join(" ", List.of(name, resource, placement, rest)).replaceAll(" {2,}", " ").strip() + origins).strip();
    }
}
