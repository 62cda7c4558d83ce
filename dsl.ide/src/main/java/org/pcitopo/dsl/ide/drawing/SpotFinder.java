package org.pcitopo.dsl.ide.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelMatches;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Outcomes;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.BarSelector;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.simulator.topology.ResourceName;

/** Finds what a place of the text is in the drawing. */
final class SpotFinder {

    private final Snapshot snapshot;
    private final Outcomes outcomes;
    private final Spot shown;

    /** @param shown what the drawing shows: where several spots fit, one in it is meant */
    SpotFinder(Snapshot snapshot, Spot shown) {
        this.snapshot = snapshot;
        this.outcomes = snapshot.outcomes();
        this.shown = shown;
    }

    Optional<Spot> at(Position position) {
        return Cursor.at(snapshot.document(), snapshot.lines().offset(position)).flatMap(this::of);
    }

    private Optional<Spot> of(Found found) {
        EObject element = NodeModelUtils.findActualSemanticObjectFor(found.leaf());
        Optional<Boot> boot = Optional.ofNullable(EcoreUtil2.getContainerOfType(element, Boot.class));
        Optional<BootView> view = boot.flatMap(text -> best(outcomes.bootsOf(text)));
        Optional<Spot> subject = subject(found, element);
        if (subject.isEmpty()) {
            return view.map(one -> new Spot("", "", "", "").in(one)).or(() -> around(element));
        }
        // What stands in a boot is looked at there.
        return subject.map(spot -> view.filter(one -> one.id().host().equals(spot.host())).map(spot::in).orElse(spot));
    }

    private Optional<Spot> subject(Found found, EObject element) {
        Subject subject = found.subject();
        if (subject instanceof Subject.Resource resource) {
            return resource(outcomes.resources(resource.statement()));
        }
        if (subject instanceof Subject.KernelText text) {
            return function(KernelMatches.at(outcomes, text.string(), text.index()));
        }
        Expectation expectation = EcoreUtil2.getContainerOfType(element, Expectation.class);
        if (expectation != null && expectation.getFunction() != null) {
            return function(Selections.functions(outcomes, expectation.getFunction())).map(spot -> bar(expectation).map(bar ->
                    new Spot(spot.host(), spot.boot(), spot.function(), bar.jsonName())).orElse(spot));
        }
        if (subject instanceof Subject.Named named && named.element() instanceof Function function) {
            return function(outcomes.functions(function));
        }
        Selector selector = EcoreUtil2.getContainerOfType(element, Selector.class);
        return selector == null ? Optional.empty() : function(Selections.functions(outcomes, selector));
    }

    private static Optional<ResourceName> bar(Expectation expectation) {
        return expectation.getResource() instanceof BarSelector bar && bar.getIndex() != null && bar.getIndex() >= 0 && bar.getIndex() <= 5
                ? Optional.of(ResourceName.bar(bar.getIndex())) : Optional.empty();
    }

    /** The function, host bridge or machine that {@code element} is in. */
    private Optional<Spot> around(EObject element) {
        Function function = EcoreUtil2.getContainerOfType(element, Function.class);
        if (function != null) {
            return function(outcomes.functions(function));
        }
        Host host = EcoreUtil2.getContainerOfType(element, Host.class);
        HostBridge bridge = EcoreUtil2.getContainerOfType(element, HostBridge.class);
        return host == null ? Optional.empty() : best(outcomes.bootsOfHost(host)).map(view -> new Spot(view.id().host(), "",
                bridge == null ? "" : view.simulation().topology().hostBridges().stream()
                        .filter(one -> view.lowered().sources().of(one).filter(text -> text == bridge).isPresent())
                        .findFirst().map(one -> one.id()).orElse(""), ""));
    }

    private Optional<BootView> best(List<BootView> views) {
        return Stream.concat(views.stream().filter(shown::isIn), views.stream()).findFirst();
    }

    private Optional<Spot> function(List<Seen.OfFunction> seen) {
        return closest(seen).map(Spot::of);
    }

    private Optional<Spot> resource(List<Seen.OfResource> seen) {
        return closest(seen.stream().filter(one -> one.resource().isPresent()).toList()).map(Spot::of);
    }

    /** Of several that fit, such as the functions of a device type: the one that is chosen already, else one in the boot that is shown. */
    private <S extends Seen> Optional<S> closest(List<S> seen) {
        Stream<S> chosen = seen.stream().filter(one -> addressOf(one).equals(shown.function()) && one.boot().id().host().equals(shown.host()));
        Stream<S> there = seen.stream().filter(one -> shown.isIn(one.boot()));
        return Stream.of(chosen, there, seen.stream()).flatMap(one -> one).findFirst();
    }

    private static String addressOf(Seen seen) {
        return seen instanceof Seen.OfFunction function ? function.function().address().toString()
                : seen instanceof Seen.OfResource resource ? resource.function().address().toString() : "";
    }
}
