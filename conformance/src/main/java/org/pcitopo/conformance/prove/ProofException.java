package org.pcitopo.conformance.prove;

import java.util.List;

/** A proof that cannot be made; the message says in one line why, and what to do. */
public final class ProofException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> details;

    public ProofException(String message, List<String> details, Throwable cause) {
        super(message, cause);
        this.details = List.copyOf(details);
    }

    public ProofException(String message) {
        this(message, List.of(), null);
    }

    /** What else is known, line by line: what the machine wrote on its console last. */
    public List<String> details() {
        return details;
    }
}
