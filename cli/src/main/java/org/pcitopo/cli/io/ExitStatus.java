package org.pcitopo.cli.io;

/** The exit statuses that scripts rely on. */
public final class ExitStatus {

    /** Done; nothing to report. */
    public static final int CLEAN = 0;

    /** Done; there are findings or differences. */
    public static final int FINDINGS = 1;

    /** Wrong usage or unreadable input. */
    public static final int USAGE = 2;

    /** A fault of the program. */
    public static final int INTERNAL = 3;

    private ExitStatus() {
    }
}
