package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.capture.Contradiction;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.cli.input.HostBundle;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;

/** What is to be said of the host that we run on. */
public final class DoctorText {

    private static final String INDENT = "  ";

    private final PrintStream out;
    private final Palette palette;

    private final HostBundle.Host host;

    private DoctorText(PrintStream out, Palette palette, HostBundle.Host host) {
        this.out = out;
        this.palette = palette;
        this.host = host;
    }

    /**
     * Writes what was read, how the prediction went, and the verdict. Returns whether there is nothing to complain of: all as
     * predicted, every BAR placed, and every memory BAR mapped of the functions that are to be passed through.
     */
    public static boolean write(PrintStream out, Palette palette, HostBundle.Host host, ReplayResult result,
            Simulation simulation) {
        DoctorText text = new DoctorText(out, palette, host);
        ReplayText.write(out, palette, result);
        text.reading();
        long lost = text.unassigned(simulation);
        long unmapped = text.mappings(simulation);
        return result.differences().isEmpty() && lost == 0 && unmapped == 0;
    }

    private void title(String title) {
        out.println();
        out.println(INDENT + palette.bold(title));
    }

    private void reading() {
        List<Assumption> assumptions = host.machine().assumptions();
        List<Remark> remarks = host.machine().remarks();
        List<Contradiction> contradictions = host.machine().contradictions();
        if (host.notes().isEmpty() && assumptions.isEmpty() && remarks.isEmpty() && contradictions.isEmpty()) {
            return;
        }
        title("what is not known for sure");
        host.notes().forEach(this::line);
        remarks.forEach(remark -> line(remark.text()));
        assumptions.forEach(assumption -> line(
                "assumed: " + assumption.what() + " = " + assumption.value() + " (" + assumption.why() + ")"));
        contradictions.forEach(contradiction -> line(contradiction.fact().subject() + " " + contradiction.fact().aspect() + ": "
                + contradiction.keptFrom().file() + " says " + contradiction.kept() + ", " + contradiction.otherFrom().file()
                + " says " + contradiction.other()));
    }

    private long unassigned(Simulation simulation) {
        List<ResourceKey> lost = simulation.assignment().resources().stream()
                .filter(resource -> resource.state() == ResourceState.UNASSIGNED && !resource.key().name().isWindow())
                .map(AssignedResource::key).toList();
        if (!lost.isEmpty()) {
            title("without a place");
            lost.forEach(key -> line(key.toString()));
        }
        return lost.size();
    }

    /** Shows the memory BARs that cannot be mapped; returns how many of them belong to functions to be passed through. */
    private long mappings(Simulation simulation) {
        Set<PciAddress> passedThrough = passedThrough(simulation);
        List<Mapping> memory = simulation.mappings().stream()
                .filter(mapping -> mapping.verdict() != Mapping.Verdict.NONE
                        && mapping.reason().filter(Mapping.Reason.IO::equals).isEmpty())
                .toList();
        List<Mapping> lost = memory.stream().filter(mapping -> mapping.verdict() != Mapping.Verdict.MAPPED).toList();
        title("vfio-pci maps " + (memory.size() - lost.size()) + " of " + Quantity.count(memory.size(), "memory BAR"));
        for (Mapping mapping : lost) {
            String shared = mapping.sharedWith().stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
            line(mapping.function() + " BAR " + mapping.bar() + " " + mapping.verdict().id()
                    + mapping.reason().map(reason -> ": " + reason.id()).orElse("")
                    + (shared.isEmpty() ? "" : " with " + shared)
                    + (passedThrough.contains(mapping.function()) ? " (bound to vfio-pci)" : ""));
        }
        return lost.stream().filter(mapping -> passedThrough.contains(mapping.function())).count();
    }

    /** The functions that guests get: marked so, or bound to vfio-pci. */
    public static Set<PciAddress> passedThrough(Simulation simulation) {
        return simulation.assignment().functions().stream().filter(function -> isPassedThrough(function.description()))
                .map(EnumeratedFunction::address).collect(Collectors.toSet());
    }

    private static boolean isPassedThrough(Function function) {
        return function.passthrough() || function.driver().filter("vfio-pci"::equals).isPresent();
    }

    private void line(String text) {
        out.println(INDENT + INDENT + Printable.line(text));
    }
}
