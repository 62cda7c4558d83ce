package org.pcitopo.eclipse.server;

/** The server ended before it answered. The next one can be asked. */
final class ServerEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerEnded() {
        super("the language server has ended", null, false, false);
    }
}
