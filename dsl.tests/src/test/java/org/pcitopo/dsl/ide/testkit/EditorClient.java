package org.pcitopo.dsl.ide.testkit;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Keeps what the server sends by itself. */
public final class EditorClient implements LanguageClient {

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

    /** What the server sends next; waits for it. */
    public PublishDiagnosticsParams nextDiagnostics() {
        try {
            PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("the server sent no diagnostics");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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

    @Override
    public void showMessage(MessageParams params) {
        // Nobody looks.
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams params) {
        // Nobody looks.
    }
}
