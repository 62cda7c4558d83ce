package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests may wait for each other; who types does not wait for them. */
class WorkersTest {

    private static final int MANY = 100;

    @Test
    void completionDoesNotWaitForRequests() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Workers workers = new Workers()) {
            for (int i = 0; i < MANY; i++) {
                workers.requests().submit(() -> end.await(60, TimeUnit.SECONDS));
            }
            assertEquals("names", workers.completions().submit(() -> "names").get(60, TimeUnit.SECONDS));
            end.countDown();
        }
    }

    /** Of two that wait for a third, as hovers do for simulations, none takes its thread. */
    @Test
    void aFewRequestsMayWaitForAnother() throws Exception {
        CountDownLatch found = new CountDownLatch(1);
        try (Workers workers = new Workers()) {
            for (int i = 0; i < 4; i++) {
                workers.requests().submit(() -> found.await(60, TimeUnit.SECONDS));
            }
            workers.requests().submit(found::countDown).get(60, TimeUnit.SECONDS);
            assertEquals(0, found.getCount());
        }
    }
}
