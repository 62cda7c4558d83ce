package org.pcitopo.dsl.ide.text;

import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies what an editor reports of an edit. */
public final class TextChanges {

    private TextChanges() {
    }

    /** {@code text} after {@code changes}, each of which refers to the text that the one before it leaves. */
    public static String apply(String text, List<TextDocumentContentChangeEvent> changes) {
        String result = text;
        for (TextDocumentContentChangeEvent change : changes) {
            if (change.getRange() == null) {
                result = change.getText();
            } else {
                LineIndex lines = new LineIndex(result);
                int from = lines.offset(change.getRange().getStart());
                int to = Math.max(from, lines.offset(change.getRange().getEnd()));
                result = result.substring(0, from) + change.getText() + result.substring(to);
            }
        }
        return result;
    }
}
