package org.pcitopo.cli.language;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.cli.report.Position;

/** Lines and columns of a text. */
final class LineIndex {

    private final List<Integer> starts = new ArrayList<>();
    private final int length;

    LineIndex(String text) {
        starts.add(0);
        length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                starts.add(i + 1);
            }
        }
    }

    /** The place of the character at {@code offset}; the end of the text for one behind it. */
    Position at(int offset) {
        int inside = Math.max(0, Math.min(offset, length));
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= inside) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Position(low + 1, inside - starts.get(low) + 1);
    }
}
