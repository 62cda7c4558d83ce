package org.pcitopo.dsl.parser;

import java.util.List;
import java.util.Optional;

/**
 * A change of the text that takes a syntax error out of it. It travels with the error through Xtext's node model, which keeps
 * strings alone.
 *
 * @param title what it does, such as {@code insert ']'}
 * @param offset where it begins, counted from the beginning of the error; may be negative
 * @param length of the text that goes
 * @param text what comes instead
 */
public record Mend(String title, int offset, int length, String text) {

    /** Strings that {@link #read} reads. */
    List<String> written() {
        return List.of(title, String.valueOf(offset), String.valueOf(length), text);
    }

    /** Reads the data of a syntax error: its range, and the change where one is known. */
    public static Optional<Mend> read(String[] data) {
        return data == null || data.length < 5 ? Optional.empty()
                : Optional.of(new Mend(data[1], Integer.parseInt(data[2]), Integer.parseInt(data[3]), data[4]));
    }
}
