package org.pcitopo.dsl.ide.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server: those that answer requests, one that looks at changed files for editors that do not ask, and one that
 * draws, which may take long and must keep nobody from typing. Deeply nested
 * machines want a deep stack.
 */
final class Workers implements AutoCloseable {

    private static final long STACK = 16L << 20;

    private final ExecutorService requests = Executors.newFixedThreadPool(
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())), factory("pcitopo-request"));
    private final ExecutorService checks = Executors.newSingleThreadExecutor(factory("pcitopo-check"));
    private final ExecutorService drawings = Executors.newSingleThreadExecutor(factory("pcitopo-drawing"));

    ExecutorService requests() {
        return requests;
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
