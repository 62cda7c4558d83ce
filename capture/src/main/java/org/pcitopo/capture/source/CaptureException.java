package org.pcitopo.capture.source;

/** A source cannot be used at all. The message says what is wrong, where, and how to mend it, in one line. */
public final class CaptureException extends Exception {

    private static final long serialVersionUID = 1L;

    public CaptureException(String message) {
        super(message);
    }

    public CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
