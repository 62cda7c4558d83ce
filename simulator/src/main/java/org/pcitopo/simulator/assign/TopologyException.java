package org.pcitopo.simulator.assign;

/** A topology that no machine can have; the message says what is wrong, for a person. */
public final class TopologyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopologyException(String message) {
        super(message);
    }
}
