package org.pcitopo.dsl.ide.workspace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Keeps models as they are while somebody looks at one: any number of threads look, or one changes a model. */
final class Models {

    /** Who looks for longer than this has no right to be waited for: the text is read anew instead. */
    private static final long PATIENCE_MILLISECONDS = 300;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** What {@code question} comes to; no model changes meanwhile. */
    <T> T look(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether this thread looks at models. */
    boolean isLooking() {
        return lock.getReadHoldCount() > 0;
    }

    /** Changes a model as soon as nobody looks, or not at all. The caller must not look at any model. */
    void change(Runnable change) {
        try {
            if (lock.writeLock().tryLock(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                try {
                    change.run();
                } finally {
                    lock.writeLock().unlock();
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
