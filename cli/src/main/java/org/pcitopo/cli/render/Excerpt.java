package org.pcitopo.cli.render;

import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.report.Location;

/**
 * A line of a file with a mark below some of its characters. Tabs become blanks so that the mark stands right, characters that
 * would steer the terminal become dots, and of a very long line the part around the mark is shown.
 */
record Excerpt(String line, String mark) {

    private static final int WIDEST = 160;
    private static final int BEFORE_MARK = 60;
    private static final String CUT = "...";

    /** Marks {@code location} in its first line {@code text} with {@code sign}; what goes on in other lines is not marked. */
    static Excerpt of(String text, Location location, char sign) {
        int from = Math.min(location.start().column() - 1, text.length());
        int to = location.end().line() > location.start().line()
                ? text.stripTrailing().length()
                : Math.min(location.end().column() - 1, text.length());
        String before = Printable.piece(text.substring(0, from));
        String marked = Printable.piece(text.substring(from, Math.max(from, to)));
        String after = Printable.piece(text.substring(Math.max(from, to))).stripTrailing();
        String lead = "";
        if (before.length() + marked.length() + after.length() > WIDEST) {
            if (before.length() > BEFORE_MARK) {
                lead = CUT;
                before = before.substring(before.length() - BEFORE_MARK);
            }
            int room = WIDEST - before.length();
            String rest = marked + after;
            if (rest.length() > room) {
                after = rest.substring(Math.min(marked.length(), room), room) + CUT;
                marked = marked.substring(0, Math.min(marked.length(), room));
            }
        }
        String line = lead + before + marked + after;
        String mark = " ".repeat(lead.length() + before.length()) + String.valueOf(sign).repeat(Math.max(1, marked.length()));
        return new Excerpt(line, mark);
    }
}
