package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.BarSelector;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Puts the functions of a machine into the order of their addresses, and the expectations of a boot into that of what they are about. */
final class SortOffers implements OfferParticipant {

    @Override
    public Set<String> kinds() {
        return Set.of(CodeActionKind.RefactorRewrite);
    }

    @Override
    public List<Offer> offers(Place place) {
        Optional<EObject> element = place.found().map(Found::subject).flatMap(SortOffers::element)
                .filter(found -> Regions.of(found).file().equals(place.snapshot().file().toString()));
        if (element.isPresent() && element.get() instanceof Boot boot) {
            return offer(place, "Sort expectations by what they are about", List.of(expectations(place.snapshot(), boot)));
        }
        Host host = element.map(found -> EcoreUtil2.getContainerOfType(found, Host.class)).orElse(null);
        return host == null ? List.of() : offer(place, "Sort functions by address", host.getMembers().stream()
                .filter(HostBridge.class::isInstance).map(bridge -> functions(place.snapshot(), bridge)).toList());
    }

    private static Optional<EObject> element(Subject subject) {
        if (subject instanceof Subject.HostBridgeText bridge) {
            return Optional.of(bridge.bridge());
        }
        if (subject instanceof Subject.ExpectationText text) {
            return Optional.ofNullable(EcoreUtil2.getContainerOfType(text.expectation(), Boot.class));
        }
        return subject instanceof Subject.Named named ? Optional.of(named.element()) : Optional.empty();
    }

    private static List<Offer> offer(Place place, String title, List<TextEdit> edits) {
        List<TextEdit> real = edits.stream().filter(edit -> !edit.replacement().equals(
                place.snapshot().text().substring(edit.region().offset(), edit.region().end()))).toList();
        return real.isEmpty() ? List.of() : List.of(Offer.of(title, CodeActionKind.RefactorRewrite, real));
    }

    // ---------------------------------------------------------------- functions

    private static TextEdit functions(Snapshot snapshot, EObject bridge) {
        TextRegion all = Regions.of(bridge);
        return new TextEdit(all, sorted(snapshot, bridge, all.offset(), all.end()));
    }

    /** Characters {@code from} to {@code to} with the functions of {@code above}, and all below them, in order. */
    private static String sorted(Snapshot snapshot, EObject above, int from, int to) {
        List<Function> functions = above instanceof HostBridge host ? host.getFunctions()
                : above instanceof Bridge bridge ? bridge.getFunctions() : List.of();
        StatementLines lines = StatementLines.of(snapshot, List.copyOf(functions));
        List<StatementLines.Chunk> order = new ArrayList<>(lines.chunks());
        if (lines.areWhole()) {
            order.sort(Comparator.comparing(chunk -> place((Function) chunk.statement())));
        }
        return lines.rewrite(from, to, order, chunk -> sorted(snapshot, chunk.statement(), chunk.from(), chunk.to()));
    }

    /** Device and function number, which sort as they are written. */
    private static String place(Function function) {
        String address = function.getAddress().toLowerCase(java.util.Locale.ROOT);
        return address.substring(address.lastIndexOf(':') + 1);
    }

    // ---------------------------------------------------------------- expectations

    private static TextEdit expectations(Snapshot snapshot, Boot boot) {
        TextRegion all = Regions.of(boot);
        List<Statement> expectations = boot.getMembers().stream().filter(Expectation.class::isInstance).toList();
        StatementLines lines = StatementLines.of(snapshot, expectations);
        List<StatementLines.Chunk> order = new ArrayList<>(lines.chunks());
        if (lines.areWhole()) {
            order.sort(Comparator.comparing(chunk -> key(snapshot, (Expectation) chunk.statement())));
        }
        return new TextEdit(all, lines.rewrite(all.offset(), all.end(), order,
                chunk -> snapshot.text().substring(chunk.from(), chunk.to())));
    }

    /** What is said of all comes first; then by address, then by register. */
    private static String key(Snapshot snapshot, Expectation expectation) {
        if (expectation.isEvery() || expectation.isNo() || expectation.getFunction() == null) {
            return "";
        }
        String address = Selections.functions(snapshot.outcomes(), expectation.getFunction()).stream().findFirst()
                .map(Seen.OfFunction::function).map(function -> function.address().toString()).orElse("~");
        int register = expectation.getResource() instanceof BarSelector bar && bar.getIndex() != null ? bar.getIndex() : 9;
        return address + " " + register;
    }
}
