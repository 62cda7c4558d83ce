package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.vfio.Mapping;

/** Simulations for people: windows, then every resource with its place and what vfio-pci makes of it, then a summary. */
public final class SimulationText {

    private static final String INDENT = "  ";

    private final PrintStream out;
    private final Palette palette;

    private SimulationText(PrintStream out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    public static void write(PrintStream out, Palette palette, List<BootReport> boots) {
        SimulationText text = new SimulationText(out, palette);
        for (int i = 0; i < boots.size(); i++) {
            if (i > 0) {
                out.println();
            }
            text.boot(boots.get(i));
        }
    }

    private void boot(BootReport report) {
        Simulation simulation = report.simulation();
        head(simulation);
        section("windows", windows(simulation.assignment().windows()));
        section("resources", resources(simulation));
        problems(report.problems());
        summary(simulation);
    }

    private void head(Simulation simulation) {
        Boot boot = simulation.boot();
        Platform platform = simulation.topology().platform();
        String rules = boot.rules().ruleSet() == RuleSet.MAINLINE ? "" : " with the rules of " + boot.rules().ruleSet().id();
        out.println(palette.bold("host " + simulation.topology().name() + ", boot " + boot.name()) + ": Linux "
                + boot.rules().release() + rules + " on " + platform.architecture().id() + " (" + platform.machine().id() + "), "
                + Quantity.size(boot.pageSize()) + " pages");
        out.println(INDENT + "command line: " + (boot.commandLine().isBlank() ? "(empty)" : Printable.line(boot.commandLine())));
        out.println(INDENT + "evidence: " + (simulation.evidence().id().equals("recorded")
                ? "recordings of this release and machine confirm the rules"
                : "the rules are inferred from neighbouring releases"));
        for (Assumption assumption : simulation.assumptions()) {
            out.println(INDENT + palette.dim("assumed: " + assumption.what() + " = " + assumption.value() + " (" + assumption.why()
                    + ")"));
        }
    }

    private void section(String title, TextTable table) {
        if (!table.isEmpty()) {
            out.println();
            out.println(INDENT + palette.bold(title));
            out.print(table.text(INDENT + INDENT));
        }
    }

    private static TextTable windows(List<WindowUse> windows) {
        TextTable table = new TextTable();
        for (WindowUse window : windows) {
            table.row(Cell.of(window.id().bridgeId()),
                    Cell.of(window.id().windowName()),
                    Cell.of(type(window.type())),
                    Cell.of(window.range().toString()),
                    Cell.right(Quantity.about(window.used())), Cell.of("used"),
                    Cell.right(Quantity.about(window.free())), Cell.of("free"),
                    Cell.of("largest hole " + Quantity.about(window.largestHole())));
        }
        return table;
    }

    private TextTable resources(Simulation simulation) {
        Map<PciAddress, String> names = simulation.assignment().functions().stream()
                .collect(Collectors.toMap(EnumeratedFunction::address, function -> function.description().name(), (a, b) -> a));
        Map<ResourceKey, Mapping> mappings = new HashMap<>();
        for (Mapping mapping : simulation.mappings()) {
            mappings.put(new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar())), mapping);
        }
        TextTable table = new TextTable();
        for (AssignedResource resource : simulation.assignment().resources()) {
            if (resource.state() != ResourceState.DISABLED) {
                Mapping mapping = mappings.remove(resource.key());
                table.row(Cell.of(resource.key().function().toString()),
                        Cell.of(names.getOrDefault(resource.key().function(), "")),
                        Cell.of(resource.key().name().toString()),
                        Cell.of(type(resource.type())),
                        Cell.right(Quantity.size(resource.size())),
                        Cell.of(resource.range().map(Object::toString).orElse("no address")),
                        state(resource),
                        mapping == null ? Cell.of("") : verdict(mapping));
            }
        }
        mappings.values().stream().sorted(Comparator.comparing(Mapping::function).thenComparing(Mapping::bar)).forEach(mapping -> table.row(
                Cell.of(mapping.function().toString()), Cell.of(""), Cell.of(ResourceName.bar(mapping.bar()).toString()),
                Cell.of(""), Cell.of(""), Cell.of(""), Cell.of("virtual"), verdict(mapping)));
        return table;
    }

    private Cell state(AssignedResource resource) {
        String text = resource.state().id() + (resource.moved() ? ", moved" : "");
        return Cell.painted(text, resource.state() == ResourceState.UNASSIGNED ? palette.bad(text) : text);
    }

    private Cell verdict(Mapping mapping) {
        String text = mapping.verdict().id() + mapping.reason().map(reason -> ": " + reason.id()).orElse("")
                + (mapping.sharedWith().isEmpty() ? "" : " with " + mapping.sharedWith().stream().map(ResourceKey::toString)
                        .collect(Collectors.joining(", ")));
        return Cell.painted(text, switch (mapping.verdict()) {
            case MAPPED -> palette.good(text);
            case PARTLY_MAPPED -> palette.doubtful(text);
            case EMULATED -> palette.bad(text);
            case NONE -> palette.dim(text);
        });
    }

    private void problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        out.println();
        out.println(INDENT + palette.bold("problems"));
        for (Problem problem : problems) {
            out.println(INDENT + INDENT + palette.severity(problem.severity(), problem.severity().id() + "[" + problem.code() + "]")
                    + " " + problem.location() + ": " + Printable.line(problem.message()));
        }
    }

    private void summary(Simulation simulation) {
        Set<ResourceKey> ports = simulation.assignment().resources().stream().filter(resource -> resource.type().isIo())
                .map(AssignedResource::key).collect(Collectors.toSet());
        List<Mapping> mappings = simulation.mappings().stream()
                .filter(mapping -> !ports.contains(new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar()))))
                .toList();
        long mapped = mappings.stream().filter(mapping -> mapping.verdict() == Mapping.Verdict.MAPPED).count();
        long partly = mappings.stream().filter(mapping -> mapping.verdict() == Mapping.Verdict.PARTLY_MAPPED).count();
        long lost = simulation.assignment().resources().stream()
                .filter(resource -> resource.state() == ResourceState.UNASSIGNED).count();
        List<String> parts = new ArrayList<>();
        parts.add(mapped + " of " + Quantity.count(mappings.size(), "memory BAR") + " mapped");
        if (partly > 0) {
            parts.add(partly + " partly");
        }
        parts.add(Quantity.count(lost, "resource") + " without an address");
        String text = String.join(", ", parts);
        out.println();
        out.println(INDENT + (lost > 0 ? palette.bad(text)
                : mapped < mappings.size() ? palette.doubtful(text) : palette.good(text)));
    }

    private static String type(ResourceType type) {
        return type.widthName() + (type.prefetchable() ? " pref" : "");
    }
}
