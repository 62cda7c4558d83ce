package org.pcitopo.dsl.ide.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.pcitopo.dsl.ide.workspace.FileUris;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Superseded;

/**
 * Sends the problems of open files to editors that do not ask for them. What is sent is always of the newest text: a snapshot that
 * has been superseded is dropped, and nothing is sent of a file that is closed but an empty list.
 */
public final class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final LanguageClient client;
    private final FileUris uris;
    private final DiagnosticsFeature feature;
    private final Executor executor;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    /** @param executor does the work, one thing after the other */
    public Publisher(LanguageClient client, FileUris uris, DiagnosticsFeature feature, Executor executor) {
        this.client = client;
        this.uris = uris;
        this.feature = feature;
        this.executor = executor;
    }

    /** Looks at {@code snapshots} and sends what is to be said of them, soon. */
    public void publish(List<Snapshot> snapshots) {
        snapshots.forEach(snapshot -> executor.execute(() -> publish(snapshot)));
    }

    /** Takes back what was said of a file. */
    public synchronized void clear(String file) {
        sent.remove(file);
        client.publishDiagnostics(new PublishDiagnosticsParams(uris.written(file), List.of()));
    }

    private void publish(Snapshot snapshot) {
        if (snapshot.isSuperseded()) {
            return;
        }
        try {
            send(snapshot, snapshot.look(feature::diagnostics));
        } catch (Superseded gone) {
            // The newer text is next.
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("looking at " + snapshot.file() + " failed", failure);
            send(snapshot, List.of());
        }
    }

    private synchronized void send(Snapshot snapshot, List<Diagnostic> diagnostics) {
        String file = snapshot.file().toString();
        if (!snapshot.isSuperseded() && sent.getOrDefault(file, 0L) < snapshot.generation()) {
            sent.put(file, snapshot.generation());
            client.publishDiagnostics(new PublishDiagnosticsParams(uris.written(file), diagnostics, snapshot.version()));
        }
    }
}
