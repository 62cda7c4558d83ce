package org.pcitopo.dsl.ide.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelWord;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.model.AddressSelector;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.topology.PciAddress;

/** An address in the command line at which nothing is any more: the functions that are most like it, the likeliest first. */
final class StaleAddressOffers implements OfferParticipant {

    private static final int MOST = 3;

    @Override
    public List<Offer> offers(Place place) {
        Optional<Subject> subject = place.found().map(Found::subject);
        if (subject.isPresent() && subject.get() instanceof Subject.Selection selection && selection.selector() instanceof AddressSelector address) {
            return offers(place, address);
        }
        return subject.filter(Subject.KernelText.class::isInstance).map(Subject.KernelText.class::cast)
                .map(text -> offers(place, text)).orElse(List.of());
    }

    /** An address in the text itself. */
    private static List<Offer> offers(Place place, AddressSelector selector) {
        List<Problem> problems = ProblemsHere.of(place).stream().filter(problem -> problem.code().equals("PCI011")).toList();
        Optional<PciAddress> address = PciAddress.parse(selector.getAddress());
        EObject holder = EcoreUtil2.getContainerOfType(selector, Boot.class) == null ? EcoreUtil2.getContainerOfType(selector, Host.class)
                : EcoreUtil2.getContainerOfType(selector, Boot.class);
        Optional<BootView> boot = place.snapshot().outcomes().boots().stream()
                .filter(view -> view.lowered().host() == holder || view.lowered().text().filter(text -> text == holder).isPresent()).findFirst();
        if (problems.isEmpty() || address.isEmpty() || boot.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> mends = problems.stream().flatMap(problem -> ProblemsHere.shown(place, problem).stream()).toList();
        return nearest(boot.get(), address.get()).map(function -> new Offer("Write " + function.address() + named(function), CodeActionKind.QuickFix,
                mends, false, List.of(new TextEdit(Regions.of(selector), function.address().toString())))).toList();
    }

    private static Stream<EnumeratedFunction> nearest(BootView boot, PciAddress address) {
        return boot.simulation().assignment().functions().stream().filter(function -> function.description().bridge().isEmpty())
                .sorted(Comparator.comparingInt((EnumeratedFunction function) -> difference(function.address(), address))
                        .thenComparing(EnumeratedFunction::address)).limit(MOST);
    }

    private static List<Offer> offers(Place place, Subject.KernelText text) {
        Optional<BootView> boot = place.snapshot().outcomes().boots().stream().filter(view -> text.string().isReadBy(view.lowered()))
                .filter(view -> entry(text, view).filter(one -> one.selector().wellFormed() && !matches(view, one)).isPresent()).findFirst();
        Optional<AlignmentEntry> entry = boot.flatMap(view -> entry(text, view));
        Optional<PciAddress> address = entry.flatMap(one -> PciAddress.parse(one.device().text()));
        if (address.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> mends = ProblemsHere.of(place).stream().filter(problem -> problem.code().equals("PCI217"))
                .flatMap(problem -> ProblemsHere.shown(place, problem).stream()).toList();
        return nearest(boot.get(), address.get())
                .map(function -> new Offer("Write " + function.address() + named(function), CodeActionKind.QuickFix, mends, false,
                        List.of(new TextEdit(text.string().region(entry.get().device().offset(), entry.get().device().end()),
                                function.address().toString())))).toList();
    }

    private static Optional<AlignmentEntry> entry(Subject.KernelText text, BootView boot) {
        return KernelWord.at(text.string(), boot.lowered(), text.index()).filter(KernelWord.Entry.class::isInstance)
                .map(word -> ((KernelWord.Entry) word).entry());
    }

    private static boolean matches(BootView boot, AlignmentEntry entry) {
        return boot.simulation().assignment().functions().stream()
                .anyMatch(function -> entry.selector().match(boot.target(function)) == Selector.Outcome.MATCH);
    }

    /** A bus gets another number more easily than a device does. */
    private static int difference(PciAddress one, PciAddress other) {
        return (one.domain() == other.domain() ? 0 : 8) + (one.device() == other.device() ? 0 : 4)
                + (one.function() == other.function() ? 0 : 2) + (one.bus() == other.bus() ? 0 : 1);
    }

    private static String named(EnumeratedFunction function) {
        return function.description().name().isEmpty() ? "" : " (" + function.description().name() + ")";
    }
}
