package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.outcome.Wanted;
import org.pcitopo.dsl.ide.words.AdviceWords;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.CommandLineEdit;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/**
 * Makes mappable what is not: the BAR under the cursor, its device, or everything that the boot hands to guests. What is offered is
 * advised: it has been simulated, loses nothing, and costs least of what was tried in the time that a menu has.
 */
final class AlignmentOffers implements OfferParticipant {

    private static final int MOST_BOOTS = 3;
    /** What one simulation costs beside its functions, in functions. */
    private static final long OVERHEAD = 10;
    /** How many functions may be simulated for all offers together: about a second. */
    private static final long BUDGET = 25_000;
    /** How many for each offer at least; no more where nobody asked: an editor looks for offers wherever the cursor goes, to show that there are some. */
    private static final long BUDGET_UNASKED = 4_000;

    /** What is to be mapped in a boot; {@code what} is it in words. */
    private record Wish(List<BootView> cells, Set<ResourceKey> wanted, String what) {
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorRewrite);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<Subject> subject = place.found().map(Found::subject);
        Optional<EObject> element = subject.flatMap(AlignmentOffers::element);
        List<Wish> wishes = new ArrayList<>();
        if (element.filter(Function.class::isInstance).isPresent()) {
            Map<String, List<Seen.OfFunction>> byBoot = new LinkedHashMap<>();
            place.snapshot().outcomes().functions(element.get()).stream().filter(seen -> seen.function().description().bridge().isEmpty())
                    .forEach(seen -> byBoot.computeIfAbsent(seen.boot().id().host() + "\n" + seen.boot().name(), name -> new ArrayList<>()).add(seen));
            byBoot.values().stream().filter(seen -> seen.stream().anyMatch(one -> hasUnmapped(one.boot(), one)))
                    .limit(MOST_BOOTS).forEach(seen -> ofFunction(place, subject.get(), seen, wishes));
        } else if (element.filter(Boot.class::isInstance).isPresent()) {
            all(place.snapshot().outcomes().bootsOf(element.get())).ifPresent(wishes::add);
        }
        wishes.removeIf(wish -> wish.wanted().isEmpty());
        long budget = place.asked() && !wishes.isEmpty() ? Math.max(BUDGET / wishes.size(), BUDGET_UNASKED) : BUDGET_UNASKED;
        return wishes.stream().flatMap(wish -> offer(place, wish, budget).stream()).toList();
    }

    private static Optional<EObject> element(Subject subject) {
        if (subject instanceof Subject.Resource resource) {
            return Optional.ofNullable(EcoreUtil2.getContainerOfType(resource.statement(), Function.class));
        }
        return subject instanceof Subject.Named named ? Optional.of(named.element()) : Optional.empty();
    }

    private static boolean hasUnmapped(BootView boot, Seen.OfFunction seen) {
        return boot.simulation().mappings().stream().anyMatch(mapping -> mapping.function().equals(seen.function().address())
                && mapping.verdict() != Verdict.MAPPED && mapping.reason().filter(Mapping.Reason.IO::equals).isEmpty());
    }

    private static void ofFunction(Place place, Subject subject, List<Seen.OfFunction> seen, List<Wish> wishes) {
        List<BootView> cells = seen.stream().map(Seen.OfFunction::boot).distinct().toList();
        Set<ResourceKey> device = Wanted.bars(cells, Set.of(seen.get(0).function().address()));
        String name = cells.get(0).nameOf(seen.get(0).function().address());
        if (subject instanceof Subject.Resource resource) {
            Set<ResourceKey> bar = device.stream().filter(key -> seen.get(0).boot().lowered().sources().of(seen.get(0).function().description())
                    .flatMap(text -> text.statement(key.name())).filter(resource.statement()::equals).isPresent())
                    .collect(java.util.stream.Collectors.toSet());
            if (!bar.isEmpty() && bar.size() < device.size()) {
                wishes.add(new Wish(cells, bar, cells.get(0).nameOf(bar.iterator().next())));
            }
        }
        wishes.add(new Wish(cells, device, name));
        all(place.snapshot().outcomes().boots().stream().filter(boot -> boot.lowered().text().equals(cells.get(0).lowered().text())
                && boot.lowered().host() == cells.get(0).lowered().host()).toList()).ifPresent(wishes::add);
    }

    private static Optional<Wish> all(List<BootView> cells) {
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Wish(cells, Wanted.bars(cells, Wanted.functions(cells.get(0))),
                Wanted.isSaid(cells.get(0)) ? "everything passed through" : "everything"));
    }

    private static Optional<Offer> offer(Place place, Wish wish, long budget) {
        BootView boot = wish.cells().get(0);
        long functions = wish.cells().size() * (OVERHEAD + boot.simulation().assignment().functions().size());
        AtomicLong spent = new AtomicLong();
        Optional<Advice> advice = place.snapshot().variants().advise(Wanted.simulations(wish.cells()), wish.wanted(), budget, () -> {
            place.checkpoint().run();
            return spent.addAndGet(functions) > budget;
        });
        return advice.flatMap(Advice::best).flatMap(best -> {
            String title = "Make " + wish.what() + " mappable in boot " + boot.name() + ": " + AdviceWords.gist(best) + " ("
                    + AdviceWords.cost(best) + ")";
            return edits(boot, best, title).map(edits -> Offer.of(title, CodeActionKind.RefactorRewrite, edits));
        });
    }

    private static Optional<List<org.pcitopo.dsl.problems.TextEdit>> edits(BootView boot, Proposal proposal, String title) {
        return new CommandLineEdit(proposal.change().from(), proposal.change().to(), proposal.change().replacement())
                .fix(new BootContext(boot.lowered(), boot.simulation(), List.of()), title).map(Fix::edits);
    }
}
