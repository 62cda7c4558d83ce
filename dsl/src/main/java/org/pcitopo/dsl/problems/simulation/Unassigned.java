package org.pcitopo.dsl.problems.simulation;

import java.util.Optional;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Removal;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.explain.Explainer;
import org.pcitopo.simulator.explain.Failure;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;

/** What the messages about resources without a place have in common. */
final class Unassigned {

    private static final String REALLOC = "pci=realloc";

    private Unassigned() {
    }

    /** The finding that {@code resource} has no place. */
    static Finding finding(ProblemKind kind, BootContext boot, AssignedResource resource, Severity severity,
            String consequence) {
        Failure failure = boot.once(Explainer.class, () -> new Explainer(boot.simulation())).failure(resource.key()).orElseThrow();
        String flags = resource.type().flagsText();
        String message = resource.key().name() + " (" + Quantities.size(resource.size())
                + (resource.type().isIo() ? " I/O" : flags.isEmpty() ? "" : " " + flags) + ") of "
                + boot.nameOf(resource.key().function()) + " finds no place" + Finding.IN_BOOTS + ": " + beginning(failure.text())
                + " So " + consequence;
        Finding finding = Finding.of(kind, boot.region(resource.key()), message).withSeverity(severity).in(boot.id());
        finding = resource.key().name().isBar() ? finding.about(resource.key().function(), resource.key().name().register())
                : finding.about(resource.key().function());
        for (Failure.Tried window : failure.tried()) {
            Optional<TextRegion> region = region(boot, window.window());
            if (region.isPresent()) {
                finding = finding.withRelated(region.get(), window.text());
            }
        }
        return withHelp(finding, boot, resource);
    }

    private static Optional<TextRegion> region(BootContext boot, WindowId window) {
        return window instanceof WindowId.OfBridge bridge ? Optional.of(boot.region(new ResourceKey(bridge.bridge(), bridge.name())))
                : window instanceof WindowId.OfHost host
                        ? boot.lowered().sources().region(FactNames.hostWindow(host.domain(), host.bus(), host.index())) : Optional.empty();
    }

    private static String beginning(String sentences) {
        return sentences.isEmpty() ? sentences : Character.toLowerCase(sentences.charAt(0)) + sentences.substring(1);
    }

    private static Finding withHelp(Finding finding, BootContext boot, AssignedResource resource) {
        String line = boot.boot().commandLine();
        CommandLineEdit edit = new CommandLineEdit(line.length(), line.length(), (line.isEmpty() ? "" : " ") + REALLOC);
        Optional<Simulation> trial = boot.trials().with(edit.applyTo(line));
        boolean helps = trial.isPresent() && Gains.between(boot.simulation(), trial.get()).lost().isEmpty()
                && trial.get().assignment().resources().stream()
                        .anyMatch(other -> other.key().equals(resource.key()) && other.range().isPresent());
        if (helps) {
            String title = "add " + REALLOC + " to the command line: the kernel then enlarges bridge windows";
            return edit.fix(boot, title).map(finding::withFix).orElseGet(() -> finding.withHelp(title));
        }
        Optional<Finding> without = withoutReserve(finding, boot, resource);
        if (without.isPresent()) {
            return without.get();
        }
        boolean on = boot.options().realloc() == PciOptions.Realloc.ON;
        String tried = on ? "the kernel has enlarged bridge windows already (realloc is on)" : REALLOC + " does not help here";
        boolean x86 = boot.simulation().topology().platform().architecture().isX86();
        boolean wide = resource.type().is64Bit() || resource.key().name().isWindow();
        return resource.type().isIo() ? finding
                : finding.withHelp(tried + "; " + (x86 && wide ? "a firmware setting such as 'Above 4G decoding' gives the host a window above 4G, and "
                                : "") + "what else lies in these windows would have to move or go");
    }

    /** What the command line keeps free below hotplug bridges may be what leaves no room. */
    private static Optional<Finding> withoutReserve(Finding finding, BootContext boot, AssignedResource resource) {
        String line = boot.boot().commandLine();
        for (PciPiece piece : boot.options().pieces()) {
            if (piece.option().filter(option -> option.name().startsWith("hp")).isPresent()) {
                CommandLineEdit removal = Removal.of(line, piece.text().offset(), piece.text().end());
                boolean helps = boot.trials().with(removal.applyTo(line)).filter(trial -> Gains.between(boot.simulation(), trial).lost().isEmpty()
                        && trial.assignment().resources().stream().noneMatch(other -> other.key().equals(resource.key())
                                && other.state() == ResourceState.UNASSIGNED)).isPresent();
                if (helps) {
                    String title = "remove " + piece.text().text() + ", which keeps more space free below hotplug bridges than there is";
                    return Optional.of(removal.fix(boot, title).map(finding::withFix).orElseGet(() -> finding.withHelp(title)));
                }
            }
        }
        return Optional.empty();
    }
}
