package org.pcitopo.dsl.ide.structure;

import java.util.List;
import org.eclipse.lsp4j.DocumentLink;
import org.pcitopo.dsl.ide.workspace.FileUris;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.source.Regions;

/** Imports lead to the files that they name. */
public final class LinksFeature {

    private final FileUris uris;

    public LinksFeature(FileUris uris) {
        this.uris = uris;
    }

    public List<DocumentLink> links(Snapshot snapshot) {
        return snapshot.document().model().getImports().stream()
                .filter(statement -> Imports.resolve(statement).outcome() == Imports.Outcome.FOUND)
                .map(statement -> link(snapshot, statement)).toList();
    }

    private DocumentLink link(Snapshot snapshot, Import statement) {
        String target = Imports.resolve(statement).uri().orElseThrow().toString();
        return new DocumentLink(snapshot.lines().range(Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI)), uris.written(target));
    }
}
