package org.pcitopo.dsl.service;

import java.util.List;
import org.pcitopo.dsl.source.TextRegion;

/**
 * Why a text could not be read as it stands.
 *
 * @param kind what sort of error
 * @param region where
 * @param message what is wrong, and what to do where that is known
 * @param changes of the text, each of which could mend it
 */
public record DocumentError(Kind kind, TextRegion region, String message, List<Change> changes) {

    public DocumentError {
        changes = List.copyOf(changes);
    }

    /**
     * A change of the text.
     *
     * @param title what it does, such as {@code write nvme0}
     * @param region the text that goes
     * @param text what comes instead
     */
    public record Change(String title, TextRegion region, String text) {
    }

    /** Sorts of errors. */
    public enum Kind {
        /** The text is not of the language. */
        SYNTAX,
        /** A name means nothing here. */
        UNKNOWN_NAME,
        /** An import leads nowhere, or where it must not. */
        IMPORT
    }
}
