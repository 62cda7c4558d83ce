package org.pcitopo.dsl.ide.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelWord;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.Selector;
import org.pcitopo.simulator.topology.PciAddress;

/** An address in the command line at which nothing is any more: the functions that are most like it, the likeliest first. */
final class StaleAddressOffers implements OfferParticipant {

    private static final int MOST = 3;

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.QuickFix);
    }

    @Override
    public List<Offer> offers(Place place) {
        return place.found().map(Found::subject).filter(Subject.KernelText.class::isInstance).map(Subject.KernelText.class::cast)
                .map(text -> offers(place, text)).orElse(List.of());
    }

    private static List<Offer> offers(Place place, Subject.KernelText text) {
        Optional<BootView> boot = place.snapshot().outcomes().boots().stream().filter(view -> text.string().isReadBy(view.lowered())).findFirst();
        Optional<AlignmentEntry> entry = boot.flatMap(view -> KernelWord.at(text.string(), view.lowered(), text.index()))
                .filter(KernelWord.Entry.class::isInstance).map(word -> ((KernelWord.Entry) word).entry());
        Optional<PciAddress> address = entry.flatMap(one -> PciAddress.parse(one.device().text()));
        if (address.isEmpty() || matches(boot.get(), entry.get())) {
            return List.of();
        }
        List<Diagnostic> mends = ProblemsHere.of(place).stream().filter(problem -> problem.code().equals("PCI217"))
                .flatMap(problem -> ProblemsHere.shown(place, problem).stream()).toList();
        return boot.get().simulation().assignment().functions().stream().filter(function -> function.description().bridge().isEmpty())
                .sorted(Comparator.comparingInt((EnumeratedFunction function) -> difference(function.address(), address.get()))
                        .thenComparing(EnumeratedFunction::address)).limit(MOST)
                .map(function -> new Offer("Write " + function.address() + named(function), CodeActionKind.QuickFix, mends, false,
                        List.of(new TextEdit(text.string().region(entry.get().device().offset(), entry.get().device().end()),
                                function.address().toString())))).toList();
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
