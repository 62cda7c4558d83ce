package org.pcitopo.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.WriterAppender;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.pcitopo.dsl.ide.PcitopoIdeSetup;
import org.pcitopo.dsl.ide.diagnostics.PageLinks;

/** Runs the language server on a pair of streams. */
public final class PcitopoServer {

    /**
     * LSP4J calls it a warning that an editor gives up a request that has just been answered, or tells what the server does not listen to;
     * both happen all the time.
     */
    private static final java.util.logging.Logger PROTOCOL = java.util.logging.Logger.getLogger(RemoteEndpoint.class.getName());

    private PcitopoServer() {
    }

    /**
     * Serves one editor until it says goodbye or closes {@code in}.
     *
     * @param in what the editor sends
     * @param out what is sent to it
     * @param log where failures of the server itself are reported
     * @param pages the folder of the problems' pages, where there is one
     * @return 0 where the editor ended the session in order, else 1
     */
    public static int serve(InputStream in, OutputStream out, PrintStream log, Optional<Path> pages) throws InterruptedException {
        report(log);
        Injector language = new PcitopoIdeSetup().createInjectorAndDoEMFRegistration();
        Exit exit = new Exit();
        try (Workers workers = new Workers()) {
            PcitopoLanguageServer server = create(language, exit, workers, new PageLinks(pages));
            Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>().setLocalService(server).setRemoteInterface(LanguageClient.class)
                    .setInput(in).setOutput(out).setExceptionHandler(PcitopoServer::answer)
                    .wrapMessages(consumer -> consumer instanceof RemoteEndpoint ? new Gate(consumer) : consumer).create();
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            return await(listening, exit.status());
        }
    }

    /** What nobody offered is not known; only what went wrong is a failure. */
    private static ResponseError answer(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof CompletionException || cause instanceof InvocationTargetException
                || cause.getClass() == RuntimeException.class)) {
            cause = cause.getCause();
        }
        boolean notOffered = cause instanceof UnsupportedOperationException && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().matches("org\\.eclipse\\.(lsp4j|xtext\\.ide\\.server)\\..*");
        return notOffered
                ? new ResponseError(ResponseErrorCode.MethodNotFound, "this server does not offer that", null)
                : RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(failure);
    }

    private static PcitopoLanguageServer create(Injector language, Exit exit, Workers workers, PageLinks pages) {
        PcitopoLanguageServer server = new PcitopoLanguageServer(language, workers, pages);
        Guice.createInjector(Modules.override(new ServerModule()).with(binder -> {
            binder.bind(LanguageServerImpl.class).toInstance(server);
            binder.bind(WorkspaceManager.class).to(NoBuild.class);
            binder.bind(ILanguageServerShutdownAndExitHandler.class).toInstance(exit);
            binder.bind(IResourceServiceProvider.Registry.class).toInstance(IResourceServiceProvider.Registry.INSTANCE);
        }));
        return server;
    }

    private static int await(Future<Void> listening, CompletableFuture<Integer> exit) throws InterruptedException {
        CompletableFuture<Integer> closed = CompletableFuture.supplyAsync(() -> {
            try {
                listening.get();
            } catch (ExecutionException | CancellationException | InterruptedException endOfStream) {
                return 1;
            }
            return 1;
        }, task -> {
            Thread thread = new Thread(task, "pcitopo-input");
            thread.setDaemon(true);
            thread.start();
        });
        try {
            CompletableFuture.anyOf(exit, closed).get();
        } catch (ExecutionException cannotHappen) {
            return 1;
        }
        int status = exit.getNow(1);
        listening.cancel(true);
        return status;
    }

    /** Sends what Xtext and LSP4J report of failures to {@code log}; nothing else may go to standard output. */
    private static void report(PrintStream log) {
        Logger root = Logger.getRootLogger();
        root.removeAllAppenders();
        WriterAppender appender = new WriterAppender(new PatternLayout("pcitopo: %p %m%n"), log);
        appender.setEncoding(StandardCharsets.UTF_8.name());
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        PROTOCOL.setFilter(message -> !message.getMessage().startsWith("Unmatched cancel notification")
                && !(message.getThrown() instanceof UnsupportedOperationException));
    }
}
