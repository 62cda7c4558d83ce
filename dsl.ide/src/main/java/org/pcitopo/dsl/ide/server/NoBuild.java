package org.pcitopo.dsl.ide.server;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;

/**
 * Keeps Xtext from building an index of the whole workspace, which nothing here looks at: files are read when somebody asks for
 * them.
 */
final class NoBuild extends WorkspaceManager {

    @Override
    public void initialize(URI folder, Procedure2<? super URI, ? super Iterable<Issue>> acceptor, CancelIndicator indicator) {
        // Nothing to build.
    }

    @Override
    public void initialize(List<WorkspaceFolder> folders, Procedure2<? super URI, ? super Iterable<Issue>> acceptor,
            CancelIndicator indicator) {
        // Nothing to build.
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params, CancelIndicator indicator) {
        // Nothing to build.
    }
}
