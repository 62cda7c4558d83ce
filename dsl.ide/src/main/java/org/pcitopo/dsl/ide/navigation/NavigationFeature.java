package org.pcitopo.dsl.ide.navigation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelMatches;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.TextRegion;

/** Definition, references, and what else in this file means the same. */
public final class NavigationFeature {

    private final Workspace workspace;

    public NavigationFeature(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Where what stands at {@code position} is written. */
    public List<Location> definition(Snapshot snapshot, Position position) {
        Optional<Found> found = found(snapshot, position);
        if (found.isEmpty()) {
            return List.of();
        }
        if (found.get().subject() instanceof Subject.ImportText text) {
            return Imports.resolve(text.statement()).uri().filter(uri -> Imports.resolve(text.statement()).outcome() == Imports.Outcome.FOUND)
                    .map(uri -> new Location(workspace.uris().written(uri.toString()), new Range(new Position(0, 0), new Position(0, 0))))
                    .stream().toList();
        }
        return Targets.of(snapshot, found.get()).stream().flatMap(target -> Targets.declaration(target).stream())
                .map(region -> location(snapshot, region)).toList();
    }

    /** The characters at {@code position} that lead to its definition: a name, or an address or entry inside a command line. */
    public Optional<Range> origin(Snapshot snapshot, Position position) {
        return found(snapshot, position).map(found -> {
            if (found.subject() instanceof Subject.KernelText text) {
                return KernelMatches.all(snapshot.outcomes(), text.string()).stream().map(KernelMatches.Match::token)
                        .filter(token -> token.offset() <= text.index() && text.index() <= token.end()).findFirst()
                        .map(token -> snapshot.lines().range(text.string().region(token.offset(), token.end())))
                        .orElseGet(() -> snapshot.lines().range(found.region()));
            }
            return snapshot.lines().range(found.leaf().getOffset(), found.leaf().getOffset() + found.leaf().getLength());
        });
    }

    /** Where the device type of a device, or the machine of a boot, is written. */
    public List<Location> typeDefinition(Snapshot snapshot, Position position) {
        return found(snapshot, position).map(found -> Targets.of(snapshot, found)).orElse(List.of()).stream()
                .flatMap(target -> type(target).stream()).flatMap(type -> Targets.declaration(type).stream()).distinct()
                .map(region -> location(snapshot, region)).toList();
    }

    private static Optional<EObject> type(EObject target) {
        EObject type = target instanceof org.pcitopo.dsl.model.Function function ? function.getType()
                : target instanceof org.pcitopo.dsl.model.Boot boot ? boot.getHost()
                : target instanceof org.pcitopo.dsl.model.Host host ? host.getPlatform() : null;
        return Optional.ofNullable(type).filter(found -> !found.eIsProxy());
    }

    /**
     * Every place that means what stands at {@code position}.
     *
     * @param checkpoint called before each file; what it throws ends the search
     */
    public List<Location> references(Snapshot snapshot, Position position, boolean withDeclaration, Runnable checkpoint) {
        List<EObject> targets = found(snapshot, position).map(found -> Targets.of(snapshot, found)).orElse(List.of());
        return targets.isEmpty() ? List.of() : new Uses(targets).everywhere(workspace, snapshot, checkpoint).stream()
                .filter(use -> withDeclaration || use.sort() != Use.Sort.DECLARATION)
                .map(use -> location(snapshot, use.region())).toList();
    }

    /**
     * Every place of this file that means what stands at {@code position}.
     *
     * @param checkpoint called now and then; what it throws ends the search
     */
    public List<DocumentHighlight> highlights(Snapshot snapshot, Position position, Runnable checkpoint) {
        List<EObject> targets = found(snapshot, position).map(found -> Targets.of(snapshot, found)).orElse(List.of());
        return targets.isEmpty() ? List.of() : new Uses(targets).in(snapshot, checkpoint).stream()
                .map(use -> new DocumentHighlight(snapshot.lines().range(use.region()),
                        use.sort() == Use.Sort.DECLARATION ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)).toList();
    }

    private static Optional<Found> found(Snapshot snapshot, Position position) {
        return Cursor.at(snapshot.document(), snapshot.lines().offset(position));
    }

    private Location location(Snapshot snapshot, TextRegion region) {
        return new Location(workspace.uris().written(region.file()), workspace.lines(snapshot, region.file()).range(region));
    }
}
