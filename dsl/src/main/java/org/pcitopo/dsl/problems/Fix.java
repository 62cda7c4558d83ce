package org.pcitopo.dsl.problems;

import java.util.List;
import org.pcitopo.dsl.source.TextRegion;

/**
 * A change that mends a problem.
 *
 * @param title what it does, such as {@code remove the entry}
 * @param edits what changes in the text; they do not overlap
 */
public record Fix(String title, List<TextEdit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** A fix that replaces one piece of text. */
    public static Fix replace(String title, TextRegion region, String replacement) {
        return new Fix(title, List.of(new TextEdit(region, replacement)));
    }
}
