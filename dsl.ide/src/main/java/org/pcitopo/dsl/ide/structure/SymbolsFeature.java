package org.pcitopo.dsl.ide.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Superseded;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.source.Regions;

/** The outline of a file, and names in all files. */
public final class SymbolsFeature {

    private static final int MOST_SYMBOLS = 500;

    private final Workspace workspace;

    public SymbolsFeature(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The outline. */
    public List<DocumentSymbol> outline(Snapshot snapshot) {
        return children(snapshot, snapshot.document().model());
    }

    /** The outline for editors that show no trees. */
    @SuppressWarnings("deprecation")
    public List<SymbolInformation> list(Snapshot snapshot) {
        List<SymbolInformation> all = new ArrayList<>();
        flatten(snapshot, outline(snapshot), "", all);
        return all;
    }

    @SuppressWarnings("deprecation")
    private void flatten(Snapshot snapshot, List<DocumentSymbol> symbols, String container, List<SymbolInformation> all) {
        for (DocumentSymbol symbol : symbols) {
            all.add(new SymbolInformation(symbol.getName(), symbol.getKind(),
                    new Location(workspace.uris().written(snapshot.file().toString()), symbol.getRange()), container));
            flatten(snapshot, symbol.getChildren(), symbol.getName(), all);
        }
    }

    private static List<DocumentSymbol> children(Snapshot snapshot, EObject parent) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (EObject child : parent.eContents()) {
            Optional<Symbol> symbol = Symbol.of(child);
            if (symbol.isPresent()) {
                DocumentSymbol made = new DocumentSymbol(symbol.get().name(), symbol.get().kind(),
                        snapshot.lines().range(Regions.of(child)), snapshot.lines().range(symbol.get().region()), symbol.get().detail());
                made.setChildren(children(snapshot, child));
                symbols.add(made);
            }
        }
        return symbols;
    }

    /**
     * Names that hold the characters of {@code query} in their order.
     *
     * @param checkpoint called before each file; what it throws ends the search
     */
    public List<WorkspaceSymbol> find(String query, Runnable checkpoint) {
        List<WorkspaceSymbol> found = new ArrayList<>();
        for (URI file : workspace.files()) {
            checkpoint.run();
            try {
                workspace.file(file).ifPresent(snapshot -> collect(snapshot, outline(snapshot), query, "", found));
            } catch (Superseded gone) {
                // Its names are found the next time.
            }
            if (found.size() >= MOST_SYMBOLS) {
                break;
            }
        }
        return found;
    }

    private void collect(Snapshot snapshot, List<DocumentSymbol> symbols, String query, String container, List<WorkspaceSymbol> found) {
        for (DocumentSymbol symbol : symbols) {
            if (symbol.getKind() != SymbolKind.Field && matches(symbol.getName(), query) && found.size() < MOST_SYMBOLS) {
                found.add(new WorkspaceSymbol(symbol.getName(), symbol.getKind(), Either.forLeft(new Location(
                        workspace.uris().written(snapshot.file().toString()), symbol.getSelectionRange())), around(container, symbol.getDetail())));
            }
            collect(snapshot, symbol.getChildren(), query, symbol.getName(), found);
        }
    }

    /** Workspace symbols have no words of their own but the name of what they are in: what they are stands behind it. */
    private static String around(String container, String detail) {
        return container.isEmpty() || detail.isEmpty() ? container + detail : container + " \u00b7 " + detail;
    }

    static boolean matches(String name, String query) {
        String lower = name.toLowerCase(Locale.ROOT);
        int at = 0;
        for (char c : query.toLowerCase(Locale.ROOT).toCharArray()) {
            at = lower.indexOf(c, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
