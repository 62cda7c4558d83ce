package org.pcitopo.dsl.ide.workspace;

/** The text has changed since; nobody wants to know any more what was to be computed of it. */
public final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Superseded() {
        super("the text has changed since", null, false, false);
    }
}
