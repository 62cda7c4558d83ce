package org.pcitopo.eclipse.server;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Uris;

/** Tells the server of projects that open and close, and of topologies that change on the disk. */
public final class WorkspaceWatcher implements IResourceChangeListener {

    private final LanguageServerSession session;
    private List<WorkspaceFolder> known = ClientAbilities.folders();

    public WorkspaceWatcher(LanguageServerSession session) {
        this.session = session;
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        List<FileEvent> files = new ArrayList<>();
        try {
            event.getDelta().accept(delta -> {
                IResource resource = delta.getResource();
                if (resource.getType() == IResource.FILE && Uris.isTopology(resource) && hasChanged(delta) && resource.getLocation() != null) {
                    files.add(new FileEvent(Uris.of(resource), kind(delta)));
                }
                return true;
            });
        } catch (CoreException problem) {
            Log.get().log(problem.getStatus());
        }
        tellFolders();
        if (!files.isEmpty()) {
            session.tell(server -> server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(files)));
        }
    }

    private void tellFolders() {
        List<WorkspaceFolder> now = ClientAbilities.folders();
        List<WorkspaceFolder> added = now.stream().filter(folder -> !known.contains(folder)).toList();
        List<WorkspaceFolder> removed = known.stream().filter(folder -> !now.contains(folder)).toList();
        known = now;
        if (!added.isEmpty() || !removed.isEmpty()) {
            session.tell(server -> server.getWorkspaceService().didChangeWorkspaceFolders(
                    new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed))));
        }
    }

    private static boolean hasChanged(IResourceDelta delta) {
        return delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
    }

    private static FileChangeType kind(IResourceDelta delta) {
        return switch (delta.getKind()) {
            case IResourceDelta.ADDED -> FileChangeType.Created;
            case IResourceDelta.REMOVED -> FileChangeType.Deleted;
            default -> FileChangeType.Changed;
        };
    }
}
