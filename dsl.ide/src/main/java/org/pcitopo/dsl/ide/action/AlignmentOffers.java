package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.dsl.problems.rule.Gains;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.Token;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;

/**
 * Asks for alignment: of the device under the cursor, or, on a boot, of every function that it hands to guests. What is offered has
 * been simulated, and makes something mappable.
 */
final class AlignmentOffers implements OfferParticipant {

    private static final int MOST_BOOTS = 4;

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorRewrite);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<EObject> element = place.found().map(Found::subject).flatMap(AlignmentOffers::element);
        List<Offer> offers = new ArrayList<>();
        if (element.filter(Function.class::isInstance).isPresent()) {
            Set<String> boots = new LinkedHashSet<>();
            place.snapshot().outcomes().functions(element.get()).stream().filter(seen -> seen.function().description().bridge().isEmpty())
                    .filter(seen -> isUnmapped(seen.boot(), seen.function().address()) && boots.add(seen.boot().name())).limit(MOST_BOOTS)
                    .forEach(seen -> offer(place, seen.boot(), List.of(seen.function().address().toString()),
                            seen.boot().nameOf(seen.function().address())).ifPresent(offers::add));
        } else if (element.filter(Boot.class::isInstance).isPresent()) {
            place.snapshot().outcomes().bootsOf(element.get()).stream().filter(boot -> !unmapped(boot).isEmpty()).findFirst()
                    .flatMap(boot -> offer(place, boot, devices(boot), "everything passed through")).ifPresent(offers::add);
        }
        return offers;
    }

    private static Optional<EObject> element(Subject subject) {
        if (subject instanceof Subject.Resource resource) {
            return Optional.ofNullable(EcoreUtil2.getContainerOfType(resource.statement(), Function.class));
        }
        return subject instanceof Subject.Named named ? Optional.of(named.element()) : Optional.empty();
    }

    private static boolean isUnmapped(BootView boot, PciAddress function) {
        return boot.simulation().mappings().stream().anyMatch(mapping -> mapping.function().equals(function) && canBeCured(mapping));
    }

    private static boolean canBeCured(Mapping mapping) {
        return mapping.reason().filter(Set.of(Mapping.Reason.PAGE_SHARED, Mapping.Reason.UNALIGNED, Mapping.Reason.NO_PAGE_LEFT)::contains).isPresent();
    }

    /** The functions with a BAR that alignment may cure; those handed to guests where any is, else all. */
    private static List<EnumeratedFunction> unmapped(BootView boot) {
        List<EnumeratedFunction> all = boot.simulation().assignment().functions().stream()
                .filter(function -> function.description().bridge().isEmpty() && isUnmapped(boot, function.address())).toList();
        Passthrough passthrough = Passthrough.of(boot.simulation().assignment().functions(), boot.simulation().boot().commandLine(), List.of());
        List<EnumeratedFunction> passed = all.stream().filter(function -> passthrough.contains(function.address())).toList();
        return passed.isEmpty() ? all : passed;
    }

    /** By ids where several functions have the same, else by address. */
    private static List<String> devices(BootView boot) {
        List<EnumeratedFunction> functions = unmapped(boot);
        Set<String> devices = new LinkedHashSet<>();
        for (EnumeratedFunction function : functions) {
            String ids = function.description().ids().toString();
            long same = functions.stream().filter(other -> other.description().ids().toString().equals(ids)).count();
            devices.add(same > 1 && function.description().ids().vendor() != 0 ? "pci:" + ids : function.address().toString());
        }
        return List.copyOf(devices);
    }

    private static Optional<Offer> offer(Place place, BootView boot, List<String> devices, String what) {
        String line = boot.simulation().boot().commandLine();
        int order = Unsigned.log2(boot.pageSize());
        String entries = String.join(";", devices.stream().map(device -> order + "@" + device).toList());
        BootContext context = new BootContext(boot.lowered(), boot.simulation(), List.of());
        CommandLineEdit edit = adding(context.options().alignmentRequests().text(), line, entries);
        Optional<Simulation> trial = place.snapshot().variants().withCommandLine(boot.simulation(), edit.applyTo(line));
        if (trial.isEmpty()) {
            return Optional.empty();
        }
        Gains gains = Gains.between(boot.simulation(), trial.get());
        if (gains.won().isEmpty()) {
            return Optional.empty();
        }
        String cost = gains.lost().isEmpty() ? "" : ", costs " + Quantities.count(gains.lost().size(), "BAR");
        String title = "Align " + what + " to " + Quantities.size(boot.pageSize()) + " in boot " + boot.name() + " ("
                + Quantities.count(gains.won().size(), "BAR") + " mappable" + cost + ")";
        return edit.fix(context, title).map(Fix::edits).map(edits -> Offer.of(title, CodeActionKind.RefactorRewrite, edits));
    }

    private static CommandLineEdit adding(Token list, String line, String entries) {
        if (!list.isEmpty()) {
            return new CommandLineEdit(list.offset(), list.offset(), entries + ";");
        }
        return new CommandLineEdit(line.length(), line.length(), (line.isEmpty() ? "" : " ") + "pci=resource_alignment=" + entries);
    }
}
