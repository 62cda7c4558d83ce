package org.pcitopo.eclipse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.server.ClientAbilities;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Notes;

/** What the server asks of the workbench. */
final class WorkbenchClient implements LanguageClient {

    private final LanguageServerSession session;

    WorkbenchClient(LanguageServerSession session) {
        this.session = session;
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        String title = params.getLabel() == null ? "pcitopo" : params.getLabel();
        return CompletableFuture.supplyAsync(() -> new ApplyWorkspaceEditResponse(Edits.apply(title, params.getEdit())), display()::asyncExec);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.supplyAsync(() -> {
            List<MessageActionItem> items = params.getActions() == null ? List.of() : params.getActions();
            List<String> labels = new java.util.ArrayList<>(items.stream().map(MessageActionItem::getTitle).toList());
            labels.add("Close");
            int chosen = MessageDialog.open(MessageDialog.INFORMATION, display().getActiveShell(), "pcitopo", params.getMessage(), 0,
                    labels.toArray(String[]::new));
            return chosen >= 0 && chosen < items.size() ? items.get(chosen) : null;
        }, display()::asyncExec);
    }

    @Override
    public void showMessage(MessageParams message) {
        Notes.show(message.getMessage());
    }

    @Override
    public void logMessage(MessageParams message) {
        Log.get().info(message.getMessage());
    }

    @Override
    public CompletableFuture<List<WorkspaceFolder>> workspaceFolders() {
        return CompletableFuture.completedFuture(ClientAbilities.folders());
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        return refresh();
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        return refresh();
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        return refresh();
    }

    private CompletableFuture<Void> refresh() {
        session.answersChange();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams problems) {
        // They are asked for.
    }

    @Override
    public void telemetryEvent(Object event) {
        // There is none.
    }

    private static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }
}
