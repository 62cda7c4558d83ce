package org.pcitopo.eclipse.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a server that ends by itself is started again: so many times within so long. */
final class Restarts {

    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofMinutes(3);

    private final Clock clock;
    private final Deque<Instant> ends = new ArrayDeque<>();

    Restarts(Clock clock) {
        this.clock = clock;
    }

    /** The server has ended: whether it is started again. */
    boolean again() {
        Instant now = clock.instant();
        ends.removeIf(end -> end.plus(WITHIN).isBefore(now));
        ends.add(now);
        return ends.size() <= MOST;
    }

    /** A person starts it: all is forgotten. */
    void reset() {
        ends.clear();
    }
}
