package org.pcitopo.capture.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A named piece of text. Line numbers are those of the file that the piece was cut from, so they ascend but need not start
 * at 1 nor be contiguous.
 *
 * @param file the source's name
 * @param lines the lines in order
 */
public record SourceText(String file, List<SourceLine> lines) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** The lines of {@code text}, numbered from 1; {@code \n}, {@code \r\n} and {@code \r} end a line. */
    public static SourceText of(String file, String text) {
        List<SourceLine> lines = new ArrayList<>();
        String[] pieces = text.split("\r\n|\n|\r", -1);
        int count = pieces.length > 0 && pieces[pieces.length - 1].isEmpty() ? pieces.length - 1 : pieces.length;
        for (int i = 0; i < count; i++) {
            lines.add(new SourceLine(file, i + 1, pieces[i]));
        }
        return new SourceText(file, lines);
    }
}
