package org.pcitopo.dsl.ide.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Keeps what the server sends by itself. */
public final class EditorClient implements LanguageClient {

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<ApplyWorkspaceEditParams> edits = new LinkedBlockingQueue<>();

    /** What the server sends next; waits for it. */
    public PublishDiagnosticsParams nextDiagnostics() {
        return next(published);
    }

    /** What was sent so far and nobody has looked at. */
    public List<PublishDiagnosticsParams> unseenDiagnostics() {
        return List.copyOf(published);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object object) {
        // Nobody looks.
    }

    /** What the server shows next; waits for it. */
    public MessageParams nextMessage() {
        return next(messages);
    }

    /** The change that the server asks for next; waits for it. */
    public ApplyWorkspaceEditParams nextEdit() {
        return next(edits);
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(60, TimeUnit.SECONDS)).orElseThrow(() -> new IllegalStateException("the server sent nothing"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void showMessage(MessageParams params) {
        messages.add(params);
    }

    /** A person who takes the first thing that is offered. */
    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        messages.add(params);
        return CompletableFuture.completedFuture(params.getActions().isEmpty() ? null : params.getActions().get(0));
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        edits.add(params);
        return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
    }

    @Override
    public void logMessage(MessageParams params) {
        // Nobody looks.
    }
}
