package org.pcitopo.dsl.ide.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.pcitopo.dsl.format.Formatter;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.service.DocumentError;

/** The language's one layout, as edits. A file that cannot be read is left as it is. */
public final class FormatFeature {

    private final Set<String> keywords;

    public FormatFeature(Set<String> keywords) {
        this.keywords = Set.copyOf(keywords);
    }

    /** The edits that lay out the whole file. */
    public List<TextEdit> format(Snapshot snapshot) {
        if (snapshot.document().errors().stream().anyMatch(error -> error.kind() == DocumentError.Kind.SYNTAX)) {
            return List.of();
        }
        return edits(snapshot.lines(), snapshot.text(), new Formatter(keywords).format(snapshot.text()));
    }

    /** Those edits that touch lines of {@code range}. */
    public List<TextEdit> format(Snapshot snapshot, Range range) {
        int last = range.getEnd().getCharacter() == 0 && range.getEnd().getLine() > range.getStart().getLine()
                ? range.getEnd().getLine() - 1 : range.getEnd().getLine();
        return format(snapshot).stream().filter(edit -> range.getStart().getLine() <= edit.getRange().getEnd().getLine()
                && edit.getRange().getStart().getLine() <= last).toList();
    }

    /** Lines that are equal at both ends stay; between them, lines are changed one by one where there are as many as before. */
    private static List<TextEdit> edits(LineIndex before, String text, String formatted) {
        LineIndex after = new LineIndex(formatted);
        int head = 0;
        int shorter = Math.min(before.count(), after.count());
        while (head < shorter && before.line(head).equals(after.line(head))) {
            head++;
        }
        if (before.count() != after.count()) {
            // The end of the last line that is equal may be what differs.
            head = Math.min(head, shorter - 1);
        }
        int tail = 0;
        while (tail < shorter - head && before.line(before.count() - 1 - tail).equals(after.line(after.count() - 1 - tail))) {
            tail++;
        }
        List<TextEdit> edits = new ArrayList<>();
        if (before.count() == after.count()) {
            for (int i = head; i < before.count() - tail; i++) {
                if (!before.line(i).equals(after.line(i))) {
                    edits.add(new TextEdit(before.range(before.start(i), before.end(i)), after.line(i)));
                }
            }
        } else {
            int to = tail == 0 ? text.length() : before.start(before.count() - tail);
            int written = tail == 0 ? formatted.length() : after.start(after.count() - tail);
            edits.add(new TextEdit(before.range(before.start(head), to), before.withLineEnds(formatted.substring(after.start(head), written))));
        }
        return edits;
    }
}
