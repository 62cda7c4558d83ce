package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.ResourceKey;
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

    /** What really holds of the one resource that a failing expectation is about, with every kernel and page size of its boot. */
    private static Optional<Offer> mend(Place place, Problem problem) {
        Optional<Expectation> written = EcoreUtil2.getAllContentsOfType(place.snapshot().document().model(), Expectation.class).stream()
                .filter(one -> Regions.of(one).offset() == problem.place().offset()).findFirst().filter(one -> !one.isEvery() && !one.isNo());
        List<ExpectationResult> results = place.snapshot().result().expectations().stream()
                .filter(one -> one.place().file().equals(problem.place().file()) && one.place().offset() == problem.place().offset())
                .map(CheckResult.PlacedExpectation::result).toList();
        Set<ResourceKey> meant = results.stream().flatMap(result -> result.evaluation().failures().stream())
                .flatMap(failure -> failure.resource().map(name -> new ResourceKey(failure.function(), name)).stream()).collect(Collectors.toSet());
        boolean one = results.stream().allMatch(result -> result.evaluation().considered() == 1) && meant.size() == 1;
        if (written.isEmpty() || !one) {
            return Optional.empty();
        }
        ResourceKey key = meant.iterator().next();
        Set<BootId> boots = results.stream().map(ExpectationResult::boot).collect(Collectors.toSet());
        Set<Optional<String>> words = place.snapshot().outcomes().boots().stream().filter(view -> boots.contains(view.id()))
                .map(view -> WhatHolds.instead(view, key, written.get())).collect(Collectors.toSet());
        return words.size() != 1 ? Optional.empty() : words.iterator().next().map(holds -> {
            TextRegion from = Regions.of(written.get(), ModelPackage.Literals.EXPECTATION__PREDICATE);
            TextRegion to = written.get().getReason() == null ? from : Regions.of(written.get(), ModelPackage.Literals.EXPECTATION__REASON);
            return new Offer("Write what holds: " + holds, CodeActionKind.QuickFix, ProblemsHere.shown(place, problem), false,
                    List.of(new TextEdit(new TextRegion(from.file(), from.offset(), to.end() - from.offset()), holds)));
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
                        .flatMap(mapping -> WhatHolds.of(mapping).stream().filter(words -> holds(views, mapping, words))
                                .map(words -> "expect " + first.nameOf(function.address()) + " BAR " + mapping.bar() + " " + words))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static boolean holds(List<BootView> views, Mapping mapping, String words) {
        return views.stream().allMatch(view -> view.simulation().mappings().stream()
                .filter(other -> other.function().equals(mapping.function()) && other.bar() == mapping.bar())
                .allMatch(other -> WhatHolds.of(other).equals(Optional.of(words))));
    }
}
