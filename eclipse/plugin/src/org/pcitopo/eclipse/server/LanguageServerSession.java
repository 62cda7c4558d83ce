package org.pcitopo.eclipse.server;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.Notes;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.OpenDocuments;

/**
 * The talk of this workbench with its language server. The server is started when somebody asks something, and started again where it
 * ends by itself; who asks meanwhile is answered by the new one, which has been told all open texts before.
 */
public final class LanguageServerSession {

    private static final int MOST_TRIES = 5;

    private final ServerProgram program;
    private final Settings settings;
    private final Restarts restarts = new Restarts(Clock.systemUTC());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private OpenDocuments documents;
    private Optional<ServerProcess> process = Optional.empty();
    private Optional<CompletableFuture<LanguageServer>> ready = Optional.empty();
    private volatile Optional<LanguageServer> connected = Optional.empty();
    private volatile SemanticTokensLegend legend = new SemanticTokensLegend(List.of(), List.of());
    private boolean closed;

    public LanguageServerSession(ServerProgram program, Settings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** The texts that a new server is told. */
    public void use(OpenDocuments texts) {
        documents = texts;
    }

    /** The program that is the server, for what is asked of it on the command line. */
    public ServerProgram program() {
        return program;
    }

    /** The process of the server, empty where none runs. */
    public synchronized Optional<Long> processId() {
        return process.map(ServerProcess::id);
    }

    /** What the numbers in the server's tokens mean. */
    public SemanticTokensLegend legend() {
        return legend;
    }

    /** Is called, on any thread, when a server has been told all open texts, and when answers given before may be others now. */
    public void whenAnswersChange(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    void answersChange() {
        listeners.forEach(Runnable::run);
    }

    /** Asks; the answer comes on another thread, and fails where the server ends before it. */
    public <T> CompletableFuture<T> request(Function<LanguageServer, CompletableFuture<T>> question) {
        return request(question, MOST_TRIES);
    }

    /** A question that another file or an edit has overtaken is asked again. */
    private <T> CompletableFuture<T> request(Function<LanguageServer, CompletableFuture<T>> question, int tries) {
        return server().thenCompose(question).exceptionallyCompose(problem -> tries > 1 && isOvertaken(problem)
                ? request(question, tries - 1) : CompletableFuture.failedFuture(problem));
    }

    private static boolean isOvertaken(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        return cause instanceof ResponseErrorException refused && refused.getResponseError().getCode() == ResponseErrorCode.ContentModified.getValue();
    }

    /**
     * Asks and waits.
     *
     * @return empty where there is no answer, none in time, or where it is about a text that has changed meanwhile
     */
    public <T> Optional<T> ask(Function<LanguageServer, CompletableFuture<T>> question, long milliseconds) {
        CompletableFuture<T> answer = request(question);
        try {
            return Optional.ofNullable(answer.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            answer.cancel(true);
        } catch (ExecutionException | CancellationException none) {
            // The text goes on changing, or the server has ended: somebody asks again.
        }
        return Optional.empty();
    }

    /** Tells a running server; one that starts later does not need to know. */
    public void tell(Consumer<LanguageServer> news) {
        connected.ifPresent(news);
    }

    /** The settings of now take effect. */
    public void configure() {
        tell(server -> server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings.toJson())));
        answersChange();
    }

    /** Ends the server and starts another. */
    public void restart() {
        restarts.reset();
        CompletableFuture.runAsync(() -> {
            end();
            server();
        });
    }

    /** Ends the server; nothing is asked any more. Returns when no process is left. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        end();
    }

    private void end() {
        Optional<ServerProcess> old;
        synchronized (this) {
            old = process;
            process = Optional.empty();
            ready = Optional.empty();
            connected = Optional.empty();
        }
        old.ifPresent(ServerProcess::end);
    }

    private synchronized CompletableFuture<LanguageServer> server() {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("the workbench closes"));
        }
        if (ready.isEmpty()) {
            ready = Optional.of(start());
        }
        return ready.get();
    }

    private CompletableFuture<LanguageServer> start() {
        try {
            ServerProcess started = new ServerProcess(program.command("lsp"), new WorkbenchClient(this));
            process = Optional.of(started);
            started.ended().thenAccept(how -> ended(started, how.exitValue()));
            LanguageServer server = started.server();
            InitializeParams params = ClientAbilities.params(settings.toJson());
            CompletableFuture<LanguageServer> talking = new CompletableFuture<>();
            started.ended().thenRun(() -> talking.completeExceptionally(new CancellationException("the language server has ended")));
            server.initialize(params).thenAccept(result -> connect(server, result, talking))
                    .exceptionally(failure -> {
                        talking.completeExceptionally(failure);
                        return null;
                    });
            return talking;
        } catch (IOException problem) {
            Notes.show("pcitopo's language server cannot be started: " + problem.getMessage());
            return CompletableFuture.failedFuture(problem);
        }
    }

    /** On the user interface's thread, on which texts change: none changes between being told and being followed. */
    private void connect(LanguageServer server, InitializeResult result, CompletableFuture<LanguageServer> talking) {
        legend = result.getCapabilities().getSemanticTokensProvider().getLegend();
        server.initialized(new InitializedParams());
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            documents.openAll(server, () -> connected = Optional.of(server));
            talking.complete(server);
            answersChange();
        });
    }

    private void ended(ServerProcess which, int status) {
        boolean again;
        synchronized (this) {
            if (process.filter(which::equals).isEmpty()) {
                return;
            }
            process = Optional.empty();
            ready = Optional.empty();
            connected = Optional.empty();
            again = restarts.again();
        }
        PcitopoPlugin.log().warn("the language server ended with status " + status);
        if (again) {
            Notes.show("pcitopo's language server ended unexpectedly and was started again.");
            server();
        } else {
            synchronized (this) {
                ready = Optional.of(CompletableFuture.failedFuture(new CancellationException("the language server ends again and again")));
            }
            Notes.show("pcitopo's language server ends again and again. The Error Log says why; \"Restart pcitopo Server\" starts it once more.");
        }
    }
}
