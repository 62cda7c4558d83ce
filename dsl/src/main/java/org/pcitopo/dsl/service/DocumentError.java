package org.pcitopo.dsl.service;

import java.util.List;
import org.pcitopo.dsl.source.TextRegion;

/**
 * Why a text could not be read as it stands.
 *
 * @param kind what sort of error
 * @param region where
 * @param message what is wrong, and what to do where that is known
 * @param suggestions what could stand in the place of the region instead
 */
public record DocumentError(Kind kind, TextRegion region, String message, List<String> suggestions) {

    public DocumentError {
        suggestions = List.copyOf(suggestions);
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
