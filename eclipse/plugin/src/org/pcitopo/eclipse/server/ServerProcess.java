package org.pcitopo.eclipse.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.eclipse.workbench.Log;

/** One process of the server, and the connection to it. */
final class ServerProcess {

    private static final long PATIENCE_SECONDS = 3;

    private final Process process;
    private final LanguageServer server;
    private final Set<CompletableFuture<?>> questions = new HashSet<>();
    private boolean over;
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "pcitopo language server");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IOException where it cannot be started */
    ServerProcess(ProcessBuilder command, LanguageClient client) throws IOException {
        process = command.start();
        readers.execute(this::log);
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(client, process.getInputStream(), process.getOutputStream(), readers, it -> it);
        server = launcher.getRemoteProxy();
        launcher.startListening();
    }

    LanguageServer server() {
        return server;
    }

    long id() {
        return process.pid();
    }

    /**
     * Asks. The answer comes on the thread that reads what the process says, which must not be kept waiting; fails with
     * {@link ServerEnded} where the process ends before.
     */
    <T> CompletableFuture<T> ask(Function<LanguageServer, CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        synchronized (questions) {
            if (over) {
                return CompletableFuture.failedFuture(new ServerEnded());
            }
            questions.add(answer);
        }
        question.apply(server).whenComplete((value, problem) -> {
            // Where it could not be sent the process is ending: whoever waits is told when it has ended.
            if (!(problem instanceof JsonRpcException)) {
                answered(answer);
                if (problem == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(problem);
                }
            }
        });
        return answer;
    }

    private void answered(CompletableFuture<?> answer) {
        synchronized (questions) {
            questions.remove(answer);
        }
    }

    /** Nobody goes on waiting for this process. */
    void giveUp() {
        List<CompletableFuture<?>> left;
        synchronized (questions) {
            over = true;
            left = List.copyOf(questions);
            questions.clear();
        }
        left.forEach(answer -> answer.completeExceptionally(new ServerEnded()));
    }

    /** When the process has ended, for whatever reason. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Ends it as the protocol wants; by force where it does not answer in time. Returns when no process is left. */
    void end() {
        try {
            server.shutdown().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            server.exit();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException gone) {
            Log.get().info("the language server did not end by itself: " + gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            readers.shutdownNow();
            giveUp();
        }
    }

    /** What it says on standard error is about itself. */
    private void log() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Log.get().info("language server: " + line);
            }
        } catch (IOException closed) {
            Log.get().info("language server: " + closed.getMessage());
        }
    }
}
