package org.pcitopo.dsl.ide.workspace;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed when first asked for. Who asks meanwhile waits; a computation that throws, as one that is cancelled
 * does, leaves nothing behind.
 */
final class Memo<T> {

    private volatile T value;

    /** The value, if it is there already. */
    Optional<T> peek() {
        return Optional.ofNullable(value);
    }

    /** Sets what need not be computed. */
    synchronized void set(T known) {
        value = known;
    }

    T get(Supplier<T> computation) {
        T known = value;
        if (known == null) {
            synchronized (this) {
                if (value == null) {
                    value = computation.get();
                }
                known = value;
            }
        }
        return known;
    }
}
