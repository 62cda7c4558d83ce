package org.pcitopo.dsl.ide.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server: those that answer requests, one for completion, one that looks at changed files for editors that do not ask,
 * and one that draws, which may take long and must keep nobody from typing. Deeply nested machines want a deep stack.
 */
final class Workers implements AutoCloseable {

    private static final long STACK = 16L << 20;

    /** More than there are processors: a request may wait for what another one finds out, and keeps nobody else from asking. */
    private static final int REQUESTS = 8;

    private final ExecutorService requests = Executors.newFixedThreadPool(REQUESTS, factory("pcitopo-request"));
    private final ExecutorService completions = Executors.newSingleThreadExecutor(factory("pcitopo-completion"));
    private final ExecutorService checks = Executors.newSingleThreadExecutor(factory("pcitopo-check"));
    private final ExecutorService drawings = Executors.newSingleThreadExecutor(factory("pcitopo-drawing"));

    ExecutorService requests() {
        return requests;
    }

    /** For what waits for nothing while somebody types. */
    ExecutorService completions() {
        return completions;
    }

    ExecutorService checks() {
        return checks;
    }

    ExecutorService drawings() {
        return drawings;
    }

    @Override
    public void close() {
        requests.shutdownNow();
        completions.shutdownNow();
        checks.shutdownNow();
        drawings.shutdownNow();
    }

    private static ThreadFactory factory(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), STACK);
            thread.setDaemon(true);
            return thread;
        };
    }
}
