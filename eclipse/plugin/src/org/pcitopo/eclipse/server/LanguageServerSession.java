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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
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
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Notes;

/**
 * The talk of this workbench with its language server. The server is started when somebody asks something, and started again where it
 * ends by itself; who asks meanwhile is answered by the new one, which has been told all open texts before.
 *
 * <p>What comes of answers may wait for the user interface's thread, as the workbench's code minings do, and that thread may wait for an
 * answer, as its commands do. So neither the thread that reads answers nor those that start a server ever wait for anybody else.
 */
public final class LanguageServerSession {

    private static final int MOST_TRIES = 5;

    private final ServerProgram program;
    private final Settings settings;
    private final Restarts restarts = new Restarts(Clock.systemUTC());
    /** Where answers are handed on, in the order in which they come. */
    private final ExecutorService answers = Executors.newSingleThreadExecutor(threads("pcitopo answers"));
    /** Where servers are started and questions are repeated. */
    private final ExecutorService work = Executors.newCachedThreadPool(threads("pcitopo session"));
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Function<LanguageServerSession, LanguageClient> client;
    private OpenTexts texts;
    private Optional<ServerProcess> process = Optional.empty();
    private Optional<CompletableFuture<ServerProcess>> ready = Optional.empty();
    private volatile Optional<LanguageServer> connected = Optional.empty();
    private volatile SemanticTokensLegend legend = new SemanticTokensLegend(List.of(), List.of());
    private boolean closed;

    /** @param client makes what answers the server's own questions */
    public LanguageServerSession(ServerProgram program, Settings settings, Function<LanguageServerSession, LanguageClient> client) {
        this.program = program;
        this.settings = settings;
        this.client = client;
    }

    /** The texts that a new server is told. */
    public void use(OpenTexts open) {
        texts = open;
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

    /** Is called, in the background, when a server has been told all open texts, and when answers given before may be others now. */
    public void whenAnswersChange(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Answers given before may be others now. */
    public void answersChange() {
        answers.execute(() -> listeners.forEach(Runnable::run));
    }

    /** Asks; the answer comes in the background, one after the other. */
    public <T> CompletableFuture<T> request(Function<LanguageServer, CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        answer(question, MOST_TRIES).whenCompleteAsync((value, problem) -> {
            if (problem == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(problem);
            }
        }, answers);
        return answer;
    }

    /** A question that another file or an edit has overtaken, or the end of a server, is asked again. */
    private <T> CompletableFuture<T> answer(Function<LanguageServer, CompletableFuture<T>> question, int tries) {
        return server().thenCompose(server -> server.ask(question)).exceptionallyComposeAsync(problem -> tries > 1 && isOvertaken(problem)
                ? answer(question, tries - 1) : CompletableFuture.failedFuture(problem), work);
    }

    private static boolean isOvertaken(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        return cause instanceof ServerEnded
                || cause instanceof ResponseErrorException refused && refused.getResponseError().getCode() == ResponseErrorCode.ContentModified.getValue();
    }

    /**
     * Asks and waits.
     *
     * @return empty where there is no answer, none in time, or where it is about a text that has changed meanwhile
     */
    public <T> Optional<T> ask(Function<LanguageServer, CompletableFuture<T>> question, long milliseconds) {
        CompletableFuture<T> answer = answer(question, MOST_TRIES);
        try {
            return Optional.ofNullable(answer.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            answer.cancel(true);
            Log.get().warn("the language server did not answer within " + milliseconds + " ms");
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
        }, work);
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

    private synchronized CompletableFuture<ServerProcess> server() {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("the workbench closes"));
        }
        if (ready.isEmpty()) {
            ready = Optional.of(start());
        }
        return ready.get();
    }

    private CompletableFuture<ServerProcess> start() {
        try {
            ServerProcess started = new ServerProcess(program.command("lsp"), client.apply(this));
            process = Optional.of(started);
            started.ended().thenAcceptAsync(how -> ended(started, how.exitValue()), work);
            InitializeParams params = ClientAbilities.params(settings.toJson());
            return started.ask(server -> server.initialize(params)).thenApplyAsync(result -> connect(started, result), work);
        } catch (IOException problem) {
            Notes.show("pcitopo's language server cannot be started: " + problem.getMessage());
            return CompletableFuture.failedFuture(problem);
        }
    }

    private ServerProcess connect(ServerProcess started, InitializeResult result) {
        legend = result.getCapabilities().getSemanticTokensProvider().getLegend();
        started.server().initialized(new InitializedParams());
        texts.openAll(started.server(), () -> connected(started));
        answersChange();
        return started;
    }

    private synchronized void connected(ServerProcess started) {
        if (process.filter(started::equals).isPresent()) {
            connected = Optional.of(started.server());
        }
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
        Log.get().warn("the language server ended with status " + status);
        if (again) {
            Notes.show("pcitopo's language server ended unexpectedly and was started again.");
            server();
        } else {
            synchronized (this) {
                ready = Optional.of(CompletableFuture.failedFuture(new CancellationException("the language server ends again and again")));
            }
            Notes.show("pcitopo's language server ends again and again. The Error Log says why; \"Restart pcitopo Server\" starts it once more.");
        }
        which.giveUp();
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
