package org.pcitopo.dsl.ide.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Turns changes of the language's files into the editor's. */
public final class FileEdits {

    private final Workspace workspace;

    public FileEdits(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The change that makes {@code edits}; empty where one of their files cannot be read. */
    public Optional<WorkspaceEdit> of(List<org.pcitopo.dsl.problems.TextEdit> edits) {
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (org.pcitopo.dsl.problems.TextEdit edit : edits) {
            Optional<Snapshot> file = workspace.file(URI.createURI(edit.region().file()));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            changes.computeIfAbsent(workspace.uris().written(edit.region().file()), uri -> new ArrayList<>())
                    .add(new TextEdit(file.get().lines().range(edit.region()), file.get().lines().withLineEnds(edit.replacement())));
        }
        return Optional.of(new WorkspaceEdit(changes));
    }
}
