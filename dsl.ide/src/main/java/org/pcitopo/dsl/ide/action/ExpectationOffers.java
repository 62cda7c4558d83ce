package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.model.BarSelector;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.StatePredicate;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.vfio.Mapping.Verdict;
import org.pcitopo.simulator.vfio.Mapping;

/** Writes down what a boot comes to, so that 'pcitopo check' tells when that changes. */
final class ExpectationOffers implements OfferParticipant {

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorRewrite, CodeActionKind.QuickFix);
    }

    @Override
    public List<Offer> offers(Place place) {
        List<Offer> offers = new ArrayList<>();
        place.found().map(Found::subject).flatMap(ExpectationOffers::boot).flatMap(boot -> offer(place, boot)).ifPresent(offers::add);
        ProblemsHere.of(place).stream().filter(problem -> problem.code().equals("PCI401"))
                .flatMap(problem -> mend(place, problem).stream()).forEach(offers::add);
        return offers;
    }

    /** What really holds of the one BAR that a failing expectation is about. */
    private static Optional<Offer> mend(Place place, Problem problem) {
        Optional<Expectation> written = EcoreUtil2.getAllContentsOfType(place.snapshot().document().model(), Expectation.class).stream()
                .filter(one -> Regions.of(one).offset() == problem.place().offset()).findFirst()
                .filter(one -> !one.isEvery() && !one.isNo() && one.getFunction() != null && one.getResource() instanceof BarSelector bar
                        && bar.getIndex() != null && one.getPredicate() instanceof StatePredicate);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        List<Seen.OfFunction> seen = Selections.functions(place.snapshot().outcomes(), written.get().getFunction());
        List<BootView> views = seen.stream().map(Seen.OfFunction::boot).distinct().toList();
        boolean one = seen.stream().map(found -> found.function().address()).distinct().count() == 1;
        return !one ? Optional.empty() : views.get(0).simulation().mappings().stream()
                .filter(mapping -> mapping.function().equals(seen.get(0).function().address())
                        && mapping.bar() == ((BarSelector) written.get().getResource()).getIndex()).findFirst()
                .flatMap(mapping -> predicate(mapping).filter(words -> holds(views, mapping, words))).map(words -> {
                    TextRegion from = Regions.of(written.get(), ModelPackage.Literals.EXPECTATION__PREDICATE);
                    TextRegion to = written.get().getReason() == null ? from : Regions.of(written.get(), ModelPackage.Literals.EXPECTATION__REASON);
                    return new Offer("Write what holds: " + words, CodeActionKind.QuickFix, ProblemsHere.shown(place, problem), false,
                            List.of(new TextEdit(new TextRegion(from.file(), from.offset(), to.end() - from.offset()), words)));
                });
    }

    private static Optional<Boot> boot(Subject subject) {
        if (subject instanceof Subject.Named named && named.element() instanceof Boot boot) {
            return Optional.of(boot);
        }
        return subject instanceof Subject.ExpectationText text
                ? Optional.ofNullable(EcoreUtil2.getContainerOfType(text.expectation(), Boot.class)) : Optional.empty();
    }

    private static Optional<Offer> offer(Place place, Boot boot) {
        List<BootView> views = place.snapshot().outcomes().bootsOf(boot);
        TextRegion region = Regions.of(boot);
        if (views.isEmpty() || !region.file().equals(place.snapshot().file().toString())) {
            return Optional.empty();
        }
        String body = place.snapshot().text().substring(region.offset(), region.end());
        List<String> lines = lines(views).stream().filter(line -> !body.contains(line)).toList();
        int brace = body.lastIndexOf('}');
        if (lines.isEmpty() || brace < 0) {
            return Optional.empty();
        }
        boolean ownLine = body.substring(0, brace).stripTrailing().length() < body.substring(0, brace).lastIndexOf('\n') + 1;
        int at = ownLine ? body.substring(0, brace).lastIndexOf('\n') + 1 : brace;
        String text = lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining("", ownLine ? "" : "\n", ""));
        return Optional.of(Offer.of("Write expectations from the simulation", CodeActionKind.RefactorRewrite,
                List.of(new TextEdit(new TextRegion(region.file(), region.offset() + at, 0), text))));
    }

    /** What holds with every kernel and page size of the boot. */
    private static List<String> lines(List<BootView> views) {
        BootView first = views.get(0);
        Passthrough passthrough = Passthrough.of(first.simulation().assignment().functions(), first.simulation().boot().commandLine(), List.of());
        boolean any = first.simulation().assignment().functions().stream().anyMatch(function -> passthrough.contains(function.address()));
        List<String> lines = new ArrayList<>();
        for (EnumeratedFunction function : first.simulation().assignment().functions()) {
            boolean wanted = function.description().bridge().isEmpty() && (!any || passthrough.contains(function.address()));
            if (wanted) {
                first.simulation().mappings().stream().filter(mapping -> mapping.function().equals(function.address()))
                        .flatMap(mapping -> predicate(mapping).stream().filter(words -> holds(views, mapping, words))
                                .map(words -> "expect " + first.nameOf(function.address()) + " BAR " + mapping.bar() + " " + words))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static boolean holds(List<BootView> views, Mapping mapping, String words) {
        return views.stream().allMatch(view -> view.simulation().mappings().stream()
                .filter(other -> other.function().equals(mapping.function()) && other.bar() == mapping.bar())
                .allMatch(other -> predicate(other).equals(Optional.of(words))));
    }

    private static Optional<String> predicate(Mapping mapping) {
        if (mapping.verdict() == Verdict.NONE || mapping.reason().equals(Optional.of(Mapping.Reason.IO))) {
            return Optional.empty();
        }
        if (mapping.reason().equals(Optional.of(Mapping.Reason.UNASSIGNED))) {
            return Optional.of("unassigned");
        }
        String because = mapping.reason().map(reason -> " because " + reason.id()).orElse("");
        return Optional.of(switch (mapping.verdict()) {
            case MAPPED -> "mapped";
            case PARTLY_MAPPED -> "partly mapped" + because;
            default -> "emulated" + because;
        });
    }
}
