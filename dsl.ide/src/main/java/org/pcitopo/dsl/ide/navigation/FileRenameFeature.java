package org.pcitopo.dsl.ide.navigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.Regions;

/** Keeps imports leading where they led when files or folders get another name or place. */
public final class FileRenameFeature {

    private final Workspace workspace;

    public FileRenameFeature(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The changes of the files as they are before they are renamed.
     *
     * @param checkpoint called before each file; what it throws ends the search
     */
    public WorkspaceEdit edits(List<FileRename> renames, Runnable checkpoint) {
        Map<String, String> moves = new LinkedHashMap<>();
        renames.forEach(one -> moves.put(workspace.uris().file(one.getOldUri()).toString(), workspace.uris().file(one.getNewUri()).toString()));
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (URI file : workspace.files()) {
            checkpoint.run();
            workspace.file(file).filter(snapshot -> snapshot.text().contains("import")).ifPresent(snapshot -> {
                List<TextEdit> edits = edits(snapshot, moves);
                if (!edits.isEmpty()) {
                    changes.put(workspace.uris().written(file.toString()), edits);
                }
            });
        }
        return new WorkspaceEdit(changes);
    }

    private static List<TextEdit> edits(Snapshot snapshot, Map<String, String> moves) {
        URI from = moved(snapshot.file(), moves);
        List<TextEdit> edits = new ArrayList<>();
        for (Import statement : snapshot.document().model().getImports()) {
            Optional<URI> target = Imports.resolve(statement).uri().filter(uri -> !Imports.CATALOGUE.equals(uri.scheme()));
            target.map(uri -> moved(uri, moves)).filter(to -> !to.equals(target.get()) || !from.equals(snapshot.file())).ifPresent(to -> {
                String name = URI.decode(to.deresolve(from, true, true, false).toString());
                if (!name.equals(statement.getImportURI())) {
                    edits.add(new TextEdit(snapshot.lines().range(Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI)),
                            QuotedText.write(name)));
                }
            });
        }
        return edits;
    }

    /** Where a file is after the move of itself or of a folder around it. */
    private static URI moved(URI file, Map<String, String> moves) {
        String text = file.toString();
        for (Map.Entry<String, String> move : moves.entrySet()) {
            if (text.equals(move.getKey())) {
                return URI.createURI(move.getValue());
            }
            String folder = move.getKey().endsWith("/") ? move.getKey() : move.getKey() + "/";
            if (text.startsWith(folder)) {
                String to = move.getValue().endsWith("/") ? move.getValue() : move.getValue() + "/";
                return URI.createURI(to + text.substring(folder.length()));
            }
        }
        return file;
    }
}
