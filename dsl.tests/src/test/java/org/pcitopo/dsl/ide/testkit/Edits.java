package org.pcitopo.dsl.ide.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.pcitopo.dsl.ide.text.LineIndex;

/** Applies edits as an editor does: all places refer to the text before. */
public final class Edits {

    private Edits() {
    }

    public static String apply(String text, List<? extends TextEdit> edits) {
        LineIndex lines = new LineIndex(text);
        List<TextEdit> backwards = new ArrayList<>(edits);
        backwards.sort(Comparator.<TextEdit>comparingInt(edit -> lines.offset(edit.getRange().getStart())).reversed());
        String result = text;
        for (TextEdit edit : backwards) {
            result = result.substring(0, lines.offset(edit.getRange().getStart())) + edit.getNewText()
                    + result.substring(lines.offset(edit.getRange().getEnd()));
        }
        return result;
    }
}
