package org.pcitopo.eclipse.action;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** A name becomes another one; what that changes, the server says. */
final class Rename extends Refactoring {

    private static final long PATIENCE_SECONDS = 30;

    private final OpenDocument document;
    private final Position position;
    private final String old;
    private String now;
    private WorkspaceEdit edit = new WorkspaceEdit();

    Rename(OpenDocument document, Position position, String old) {
        this.document = document;
        this.position = position;
        this.old = old;
        this.now = old;
    }

    String old() {
        return old;
    }

    void to(String name) {
        now = name;
    }

    @Override
    public String getName() {
        return "Rename " + old;
    }

    @Override
    public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    @Override
    public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
        try {
            edit = Services.of(LanguageServerSession.class).request(server -> server.getTextDocumentService().rename(new RenameParams(document.identifier(), position, now)))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return edit == null ? RefactoringStatus.createFatalErrorStatus(old + " cannot be renamed") : new RefactoringStatus();
        } catch (CompletionException | CancellationException refused) {
            return RefactoringStatus.createFatalErrorStatus(refused.getCause() instanceof ResponseErrorException response
                    ? response.getResponseError().getMessage() : "the language server did not answer");
        }
    }

    @Override
    public Change createChange(IProgressMonitor monitor) {
        return Edits.change(getName(), edit);
    }
}
