package org.pcitopo.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.workspace.Catalogue;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;

/** Files that can be imported: the catalogue's, and those of the workspace. */
final class ImportCompletion {

    private final Workspace workspace;

    ImportCompletion(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Proposal> proposals(Snapshot snapshot) {
        List<Proposal> proposals = new ArrayList<>();
        Catalogue.files().forEach(name -> proposals.add(Proposal.of("catalogue:" + name, CompletionItemKind.Module, String.join(", ", Catalogue.typesIn(name)))));
        for (URI file : workspace.files()) {
            URI relative = file.deresolve(snapshot.file(), true, true, false);
            if (!file.equals(snapshot.file()) && relative.isRelative()) {
                proposals.add(Proposal.of(URI.decode(relative.toString()), CompletionItemKind.File, ""));
            }
        }
        return proposals;
    }
}
