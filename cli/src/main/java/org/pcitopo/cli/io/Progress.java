package org.pcitopo.cli.io;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says on a terminal what a command is at once it takes longer than a second, on one line that vanishes at the end. Elsewhere
 * it says nothing.
 */
public final class Progress implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 1000;
    private static final long PERIOD_MILLIS = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream target;
    private final int width;
    private final ScheduledExecutorService timer;
    private String doing;
    private boolean shown;
    private boolean closed;

    private Progress(PrintStream target, int width, ScheduledExecutorService timer, String doing) {
        this.target = target;
        this.width = width;
        this.timer = timer;
        this.doing = doing;
    }

    /** Starts to count; {@code doing} says what the command does, such as {@code simulating}. */
    public static Progress start(Io io, String doing) {
        if (!io.errIsTerminal()) {
            return new Progress(io.err(), io.width(), null, doing);
        }
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Progress progress = new Progress(io.err(), io.width(), timer, doing);
        timer.scheduleAtFixedRate(progress::show, PATIENCE_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return progress;
    }

    /** What the command does from now on. */
    public synchronized void now(String what) {
        doing = what;
    }

    private synchronized void show() {
        if (!closed) {
            String text = doing.length() < width ? doing : doing.substring(0, width - 1);
            target.print(CLEAR_LINE + text);
            target.flush();
            shown = true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdownNow();
        }
        if (shown) {
            target.print(CLEAR_LINE);
            target.flush();
            shown = false;
        }
    }
}
