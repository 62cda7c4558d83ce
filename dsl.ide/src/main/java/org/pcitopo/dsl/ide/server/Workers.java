package org.pcitopo.dsl.ide.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server: those that answer requests, and one that looks at changed files for editors that do not ask. Deeply nested
 * machines want a deep stack.
 */
final class Workers implements AutoCloseable {

    private static final long STACK = 16L << 20;

    private final ExecutorService requests = Executors.newFixedThreadPool(
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())), factory("pcitopo-request"));
    private final ExecutorService checks = Executors.newSingleThreadExecutor(factory("pcitopo-check"));

    ExecutorService requests() {
        return requests;
    }

    ExecutorService checks() {
        return checks;
    }

    @Override
    public void close() {
        requests.shutdownNow();
        checks.shutdownNow();
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
