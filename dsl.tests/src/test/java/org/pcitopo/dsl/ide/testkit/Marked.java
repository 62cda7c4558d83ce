package org.pcitopo.dsl.ide.testkit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.text.LineIndex;

/**
 * A text with markers: {@code ‸} is the cursor, {@code «…»} marks what is expected to be found.
 *
 * @param text without the markers
 * @param cursors offsets, in order
 * @param regions offsets of the marked pieces, from and to, in order of their beginnings
 */
public record Marked(String text, List<Integer> cursors, List<int[]> regions) {

    /** Takes the markers out of {@code marked}. */
    public static Marked of(String marked) {
        StringBuilder text = new StringBuilder();
        List<Integer> cursors = new ArrayList<>();
        List<int[]> regions = new ArrayList<>();
        List<int[]> open = new ArrayList<>();
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '\u2038' -> cursors.add(text.length());
                case '\u00ab' -> {
                    int[] region = {text.length(), -1};
                    regions.add(region);
                    open.add(region);
                }
                case '\u00bb' -> open.remove(open.size() - 1)[1] = text.length();
                default -> text.append(c);
            }
        }
        return new Marked(text.toString(), cursors, regions);
    }

    /** The first cursor. */
    public Position cursor() {
        return new LineIndex(text).position(cursors.get(0));
    }

    /** The marked pieces. */
    public List<Range> ranges() {
        LineIndex lines = new LineIndex(text);
        return regions.stream().map(region -> lines.range(region[0], region[1])).toList();
    }
}
