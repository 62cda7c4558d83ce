package org.pcitopo.eclipse.action;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.RenameParticipant;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;
import org.pcitopo.eclipse.workbench.Uris;

/** Imports follow a file or folder that is renamed. */
public final class FileRename extends RenameParticipant {

    private static final long PATIENCE = 10_000;

    private IResource resource;

    @Override
    protected boolean initialize(Object element) {
        resource = element instanceof IResource found && found.getLocation() != null ? found : null;
        return resource != null;
    }

    @Override
    public String getName() {
        return "Imports of topologies";
    }

    @Override
    public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) {
        return new RefactoringStatus();
    }

    @Override
    public Change createPreChange(IProgressMonitor monitor) {
        IPath there = resource.getLocation().removeLastSegments(1).append(getArguments().getNewName());
        RenameFilesParams params = new RenameFilesParams(List.of(new org.eclipse.lsp4j.FileRename(Uris.of(resource), there.toPath().toUri().toString())));
        Optional<WorkspaceEdit> edit = Services.of(LanguageServerSession.class).ask(server -> server.getWorkspaceService().willRenameFiles(params), PATIENCE);
        return edit.filter(it -> it.getChanges() != null && !it.getChanges().isEmpty()).map(it -> Edits.change(getName(), it)).orElse(null);
    }

    @Override
    public Change createChange(IProgressMonitor monitor) {
        return null;
    }
}
