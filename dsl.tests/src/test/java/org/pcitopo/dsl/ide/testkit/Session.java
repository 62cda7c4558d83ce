package org.pcitopo.dsl.ide.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.dsl.ide.server.PcitopoServer;

/** A server in this process and a client of it, connected by pipes that carry JSON. */
public final class Session implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final EditorClient client;
    private final LanguageServer server;
    private final InitializeResult greeting;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    /** Starts a server for an editor that says {@code params}. */
    public Session(InitializeParams params) {
        try {
            Pipe toServer = Pipe.open();
            Pipe toClient = Pipe.open();
            Thread thread = new Thread(null, () -> serve(toServer, toClient), "server", 16L << 20);
            thread.setDaemon(true);
            thread.start();
            client = new EditorClient();
            Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(client, Channels.newInputStream(toClient.source()),
                    Channels.newOutputStream(toServer.sink()));
            launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        greeting = get(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    private void serve(Pipe in, Pipe out) {
        try {
            status.complete(PcitopoServer.serve(Channels.newInputStream(in.source()), Channels.newOutputStream(out.sink()),
                    new PrintStream(log, true, StandardCharsets.UTF_8), Optional.empty()));
        } catch (InterruptedException | RuntimeException e) {
            status.completeExceptionally(e);
        }
    }

    /** What an editor of today says, which asks for diagnostics. */
    public static InitializeParams modern() {
        return Editors.modern();
    }

    /** The same editor with folders open. */
    public static InitializeParams modern(List<WorkspaceFolder> folders) {
        InitializeParams params = Editors.modern();
        params.setWorkspaceFolders(folders);
        return params;
    }

    /** What an editor says that only takes what is sent to it. */
    public static InitializeParams simple() {
        return Editors.simple();
    }

    public LanguageServer server() {
        return server;
    }

    public EditorClient client() {
        return client;
    }

    public InitializeResult greeting() {
        return greeting;
    }

    /** What the server complained about. */
    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Waits for an answer. */
    public static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    /** Says goodbye; returns the exit status of the server. */
    public int end() {
        get(server.shutdown());
        server.exit();
        return get(status);
    }

    /** Waits until the server ends by itself; returns its exit status. */
    public int ended() {
        return get(status);
    }

    @Override
    public void close() {
        end();
    }
}
