package org.pcitopo.dsl.ide.text;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.source.TextRegion;

/**
 * Lines of a text. A line ends with a line feed, a carriage return, or both; columns are UTF-16 code units, both from 0. Places
 * outside of the text are taken for the nearest inside.
 */
public final class LineIndex {

    private final String text;
    private final int[] starts;
    private final int lines;

    public LineIndex(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !pair) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        starts = found;
        lines = count;
    }

    /** How many lines there are; an empty text has one. */
    public int count() {
        return lines;
    }

    /** The line that holds {@code offset}. */
    public int lineOf(int offset) {
        int at = Arrays.binarySearch(starts, 0, lines, clamp(offset));
        return at >= 0 ? at : -at - 2;
    }

    /** Offset of the first character of {@code line}. */
    public int start(int line) {
        return line < 0 ? 0 : line >= lines ? text.length() : starts[line];
    }

    /** Offset behind the last character of {@code line}, its line end left out. */
    public int end(int line) {
        int end = start(line + 1);
        while (end > start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The text of {@code line}, its line end left out. */
    public String line(int line) {
        return text.substring(start(line), end(line));
    }

    /** The white space that {@code line} begins with. */
    public String indent(int line) {
        String text = line(line);
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    /** {@code written} with lines that end as the first line of the text does. */
    public String withLineEnds(String written) {
        String end = lines == 1 ? "\n" : text.substring(end(0), start(1));
        String plain = written.replace("\r\n", "\n");
        return end.equals("\n") ? plain : plain.replace("\n", end);
    }

    public Position position(int offset) {
        int line = lineOf(offset);
        return new Position(line, clamp(offset) - starts[line]);
    }

    public Range range(int from, int to) {
        return new Range(position(from), position(to));
    }

    public Range range(TextRegion region) {
        return range(region.offset(), region.end());
    }

    public int offset(Position position) {
        int line = position.getLine();
        if (line < 0 || line >= lines) {
            return start(line);
        }
        // Editors write the largest number there is for the end of a line: nothing may be added to it.
        return start(line) + Math.max(0, Math.min(position.getCharacter(), end(line) - start(line)));
    }

    private int clamp(int offset) {
        return Math.max(0, Math.min(offset, text.length()));
    }
}
