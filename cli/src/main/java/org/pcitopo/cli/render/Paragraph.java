package org.pcitopo.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width. */
final class Paragraph {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    private Paragraph() {
    }

    /** What of a terminal's width is left for text, columns: neither too narrow nor too wide to read, less {@code taken}. */
    static int width(int terminal, int taken) {
        return Math.max(NARROWEST, Math.min(WIDEST, terminal) - taken);
    }

    /** The lines, broken at blanks; a word that is longer stands alone. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
