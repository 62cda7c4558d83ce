package org.pcitopo.conformance.boot;

/** A boot from which no recording came; the message says what happened and what the console showed last. */
public final class BootException extends Exception {

    private static final long serialVersionUID = 1L;

    public BootException(String message) {
        super(message);
    }

    public BootException(String message, Throwable cause) {
        super(message, cause);
    }
}
