package org.pcitopo.capture.source;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into numbered lines; {@code \n}, {@code \r\n}, {@code \r\r\n} (serial consoles) and a lone {@code \r} end one. */
final class LineSplitter {

    private LineSplitter() {
    }

    /** @param maxLine characters kept of a line */
    static SourceText split(String file, String text, int maxLine) {
        List<SourceLine> lines = new ArrayList<>();
        int length = text.length();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(new SourceLine(file, lines.size() + 1, text.substring(start, end - start > maxLine ? start + maxLine : end)));
            start = afterLineEnd(text, end);
        }
        return new SourceText(file, lines);
    }

    private static int afterLineEnd(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            return at + 1;
        }
        return Math.min(end + 1, text.length());
    }
}
