package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.compare.FunctionChange;
import org.pcitopo.simulator.compare.HostWindowChange;
import org.pcitopo.simulator.compare.MappingChange;
import org.pcitopo.simulator.compare.ResourceChange;
import org.pcitopo.simulator.compare.ResourceChange.Kind;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** What a comparison found, as tables. */
final class ChangeText {

    private static final String ARROW = "->";

    private final PrintStream out;
    private final Palette palette;
    private final String indent;

    ChangeText(PrintStream out, Palette palette, String indent) {
        this.out = out;
        this.palette = palette;
        this.indent = indent;
    }

    void write(Simulation before, Simulation after, Comparison comparison) {
        Map<PciAddress, String> names = new HashMap<>();
        after.assignment().functions().forEach(one -> names.put(one.address(), one.description().name()));
        before.assignment().functions().forEach(one -> names.put(one.address(), one.description().name()));
        section("functions", functions(comparison.functions()));
        section("host windows", hostWindows(comparison.hostWindows()));
        section("resources", resources(comparison.resources(), names));
        section("what vfio-pci maps", mappings(comparison.mappings(), names));
    }

    /** One line: {@code 3 resources change: 2 moved, 1 grew; 1 BAR becomes mappable, 0 stop being so}. */
    static String summary(Comparison comparison) {
        if (comparison.isEmpty()) {
            return "nothing changes";
        }
        List<String> parts = new ArrayList<>();
        if (!comparison.functions().isEmpty()) {
            parts.add(Quantity.count(comparison.functions().size(), "function") + " differ");
        }
        List<String> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int count = comparison.resources(kind).size();
            if (count > 0) {
                kinds.add(count + " " + kind.id());
            }
        }
        parts.add(kinds.isEmpty() ? "no resource changes" : "resources: " + String.join(", ", kinds));
        long won = comparison.mappings().stream().filter(MappingChange::becomesMapped).count();
        long lost = comparison.mappings().stream().filter(MappingChange::becomesUnmapped).count();
        if (won > 0) {
            parts.add(Quantity.count(won, "BAR becomes mappable", "BARs become mappable"));
        }
        if (lost > 0) {
            parts.add(Quantity.count(lost, "BAR is no longer mappable", "BARs are no longer mappable"));
        }
        return String.join("; ", parts);
    }

    /** Whether a resource loses its place, or a BAR can no longer be mapped. */
    static boolean losesSomething(Comparison comparison) {
        return !comparison.resources(Kind.UNASSIGNED).isEmpty()
                || comparison.mappings().stream().anyMatch(MappingChange::becomesUnmapped);
    }

    private void section(String title, TextTable table) {
        if (!table.isEmpty()) {
            out.println();
            out.println(indent + palette.bold(title));
            out.print(table.text(indent + "  "));
        }
    }

    private static TextTable functions(List<FunctionChange> changes) {
        TextTable table = new TextTable();
        changes.forEach(change -> table.row(function(change.before()), Cell.of(ARROW), function(change.after()),
                Cell.of(change.kind().id())));
        return table;
    }

    private static Cell function(Optional<EnumeratedFunction> function) {
        return Cell.of(function.map(one -> one.address() + " " + one.description().ids()
                + (one.description().name().isEmpty() ? "" : " " + one.description().name())).orElse("none"));
    }

    private static TextTable hostWindows(List<HostWindowChange> changes) {
        TextTable table = new TextTable();
        for (HostWindowChange change : changes) {
            WindowUse one = change.before().or(change::after).orElseThrow();
            boolean same = change.before().map(WindowUse::range).equals(change.after().map(WindowUse::range));
            table.row(Cell.of(one.id().bridgeId()), Cell.of(one.id().windowName()), use(change.before(), true), Cell.of(ARROW),
                    use(change.after(), !same));
        }
        return table;
    }

    private static Cell use(Optional<WindowUse> window, boolean withRange) {
        return Cell.of(window.map(one -> (withRange ? one.range() + ", " : "") + Quantity.about(one.used()) + " used")
                .orElse("none"));
    }

    private TextTable resources(List<ResourceChange> changes, Map<PciAddress, String> names) {
        TextTable table = new TextTable();
        for (ResourceChange change : changes) {
            String kinds = change.kinds().stream().map(Kind::id).collect(Collectors.joining(", "));
            table.row(Cell.of(change.key().function().toString()),
                    Cell.of(names.getOrDefault(change.key().function(), "")),
                    Cell.of(change.key().name().toString()),
                    Cell.painted(kinds, change.kinds().contains(Kind.UNASSIGNED) ? palette.bad(kinds) : kinds),
                    place(change.before()), Cell.of(ARROW), place(change.after()));
        }
        return table;
    }

    private static Cell place(Optional<AssignedResource> resource) {
        return Cell.of(resource.map(one -> one.range().map(range -> range + " (" + Quantity.size(one.size()) + ")")
                .orElse(one.state() == ResourceState.DISABLED ? "closed" : "no address (" + Quantity.size(one.size()) + ")"))
                .orElse("none"));
    }

    private TextTable mappings(List<MappingChange> changes, Map<PciAddress, String> names) {
        TextTable table = new TextTable();
        for (MappingChange change : changes) {
            String after = verdict(change.after());
            String painted = switch (change.kind()) {
                case BETTER -> palette.good(after);
                case WORSE -> palette.bad(after);
                default -> after;
            };
            table.row(Cell.of(change.function().toString()), Cell.of(names.getOrDefault(change.function(), "")),
                    Cell.of(ResourceName.bar(change.bar()).toString()), Cell.of(verdict(change.before())), Cell.of(ARROW),
                    Cell.painted(after, painted));
        }
        return table;
    }

    private static String verdict(Optional<Mapping> mapping) {
        return mapping.map(one -> one.verdict().id() + one.reason().map(reason -> ": " + reason.id()).orElse("")).orElse("absent");
    }
}
