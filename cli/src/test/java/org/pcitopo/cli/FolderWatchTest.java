package org.pcitopo.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.cli.input.FolderWatch;
import org.pcitopo.cli.io.UserError;

/** {@code check --watch} wakes up for files of the language, wherever they are below what it watches. */
@Timeout(60)
class FolderWatchTest {

    @TempDir
    private Path folder;

    private final ExecutorService waiter = Executors.newSingleThreadExecutor();

    @AfterEach
    void stopWaiting() {
        waiter.shutdownNow();
    }

    private boolean wakesUpAfter(Change change) throws Exception {
        FolderWatch watch = new FolderWatch(List.of(folder));
        Future<Boolean> woken = waiter.submit(watch::awaitChange);
        change.make();
        return woken.get(30, TimeUnit.SECONDS);
    }

    @Test
    void wakesUpForANewFile() throws Exception {
        assertTrue(wakesUpAfter(() -> Files.writeString(folder.resolve("a.pcitopo"), "host a {\n}\n")));
    }

    @Test
    void wakesUpForAFileInAFolderBelow() throws Exception {
        Path below = Files.createDirectories(folder.resolve("b/c"));

        assertTrue(wakesUpAfter(() -> Files.writeString(below.resolve("a.pcitopo"), "host a {\n}\n")));
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        FolderWatch watch = new FolderWatch(List.of(folder));
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            started.countDown();
            woken.complete(awaited(watch));
        });
        thread.start();
        started.await();
        thread.interrupt();

        assertFalse(woken.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aFolderThatIsNotThereCannotBeWatched() {
        assertThrows(UserError.class, () -> new FolderWatch(List.of(folder.resolve("nowhere/file.pcitopo"))));
    }

    private static boolean awaited(FolderWatch watch) {
        try {
            return watch.awaitChange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Change {
        void make() throws Exception;
    }
}
