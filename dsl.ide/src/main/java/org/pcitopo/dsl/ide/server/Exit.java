package org.pcitopo.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** The end of the server, told to who started it. */
final class Exit implements ILanguageServerShutdownAndExitHandler {

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private volatile boolean shutDown;

    @Override
    public void shutdown() {
        shutDown = true;
    }

    @Override
    public void exit() {
        status.complete(shutDown ? 0 : 1);
    }

    /** The exit status of the process: 0 where the editor said goodbye first, else 1. */
    CompletableFuture<Integer> status() {
        return status;
    }
}
