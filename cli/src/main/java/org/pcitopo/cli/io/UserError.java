package org.pcitopo.cli.io;

/**
 * Something that the person at the command line can mend: wrong usage, a file that cannot be read or written. The message is
 * one line that says what is wrong and how to mend it; the exit status is 2.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
