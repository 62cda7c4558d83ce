package org.pcitopo.dsl.ide.navigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.lexer.TokenShape;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.TextRegion;

/** Gives something another name, in every file that names it. */
public final class RenameFeature {

    private final Workspace workspace;
    private final Set<String> keywords;

    /** @param keywords the words of the language, which a name can be behind {@code ^} alone */
    public RenameFeature(Workspace workspace, Set<String> keywords) {
        this.workspace = workspace;
        this.keywords = Set.copyOf(keywords);
    }

    /** The name at {@code position}; empty where there is none to change. */
    public Optional<PrepareRenameResult> prepare(Snapshot snapshot, Position position) {
        return named(snapshot, position).map(found -> new PrepareRenameResult(
                snapshot.lines().range(tokenRegion(snapshot, found)), target(found).flatMap(Targets::name).orElse("")));
    }

    /**
     * The changes that rename what stands at {@code position}.
     *
     * @param checkpoint called before each file; what it throws ends the search
     * @throws ResponseErrorException where that cannot be
     */
    public WorkspaceEdit rename(Snapshot snapshot, Position position, String newName, Runnable checkpoint) {
        EObject target = named(snapshot, position).flatMap(RenameFeature::target)
                .orElseThrow(() -> refusal("there is no name here; put the cursor on the name of a platform, device type, host, device, bridge or boot"));
        String written = keywords.contains(newName) ? "^" + newName : newName;
        if (!TokenShape.WORD.fits(written)) {
            throw refusal("'" + newName + "' cannot be a name: a name begins with a letter and goes on with letters, digits, - and _");
        }
        if (Imports.CATALOGUE.equals(URI.createURI(Targets.identity(target)).scheme())) {
            throw refusal("this name belongs to the catalogue, which cannot be changed");
        }
        if (isTaken(snapshot, target, newName)) {
            throw refusal("there is a '" + newName + "' already");
        }
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (Use use : new Uses(List.of(target)).everywhere(workspace, snapshot, checkpoint)) {
            if (use.sort() != Use.Sort.SELECTION) {
                workspace.file(URI.createURI(use.region().file())).ifPresent(file -> changes
                        .computeIfAbsent(workspace.uris().written(use.region().file()), uri -> new ArrayList<>())
                        .add(new TextEdit(file.lines().range(use.region()), written)));
            }
        }
        return new WorkspaceEdit(changes);
    }

    /** Functions share the names of their machine, elements those of every file that knows both. */
    private static boolean isTaken(Snapshot snapshot, EObject target, String newName) {
        List<? extends EObject> others;
        if (target instanceof Function) {
            EObject holder = EcoreUtil2.getContainerOfType(target, Element.class);
            others = holder == null ? List.of() : EcoreUtil2.getAllContentsOfType(holder, Function.class);
        } else {
            Resource here = snapshot.document().model().eResource();
            others = Stream.concat(Stream.of(here), Imports.allOf(here).stream())
                    .flatMap(file -> file.getContents().stream()).flatMap(root -> root.eContents().stream())
                    .filter(other -> other.eClass() == target.eClass()).toList();
        }
        return others.stream().anyMatch(other -> !Targets.identity(other).equals(Targets.identity(target))
                && Targets.name(other).filter(newName::equals).isPresent());
    }

    private static Optional<Found> named(Snapshot snapshot, Position position) {
        return Cursor.at(snapshot.document(), snapshot.lines().offset(position)).filter(found -> target(found).isPresent());
    }

    private static Optional<EObject> target(Found found) {
        boolean onName = found.subject() instanceof Subject.Named named && Targets.name(named.element()).isPresent()
                && (found.reference() || Targets.declaration(named.element()).filter(found.region()::equals).isPresent());
        return onName ? Optional.of(((Subject.Named) found.subject()).element()) : Optional.empty();
    }

    private static TextRegion tokenRegion(Snapshot snapshot, Found found) {
        return new TextRegion(snapshot.file().toString(), found.leaf().getOffset(), found.leaf().getLength());
    }

    private static ResponseErrorException refusal(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }
}
