package org.pcitopo.dsl.ide.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

class TokenHistoryTest {

    private static final String TEXT = Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", "");

    private static SemanticTokens full(Editor editor) {
        return Session.get(editor.documents().semanticTokensFull(new SemanticTokensParams(editor.document())));
    }

    private static Either<SemanticTokens, SemanticTokensDelta> since(Editor editor, String id) {
        return Session.get(editor.documents().semanticTokensFullDelta(new SemanticTokensDeltaParams(editor.document(), id)));
    }

    private static List<Integer> apply(List<Integer> data, SemanticTokensDelta delta) {
        List<Integer> result = new ArrayList<>(data);
        for (SemanticTokensEdit edit : delta.getEdits()) {
            result.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount()).clear();
            result.addAll(edit.getStart(), edit.getData());
        }
        return result;
    }

    @Test
    void sendsNothingWhereNothingChanged() {
        Editor editor = Editor.of(TEXT);

        assertEquals(List.of(), since(editor, full(editor).getResultId()).getRight().getEdits());
    }

    @Test
    void sendsWhatLeadsToTheNewTokens() {
        Editor editor = Editor.of(TEXT);
        SemanticTokens before = full(editor);
        editor.type(new Range(new Position(6, 0), new Position(6, 0)), "// a line\n");
        SemanticTokensDelta delta = since(editor, before.getResultId()).getRight();

        assertEquals(full(editor).getData(), apply(before.getData(), delta));
    }

    @Test
    void sendsLittleAfterASmallEdit() {
        Editor editor = Editor.of(TEXT);
        SemanticTokens before = full(editor);
        editor.type(new Range(new Position(6, 0), new Position(6, 0)), "// a line\n");

        assertTrue(since(editor, before.getResultId()).getRight().getEdits().get(0).getData().size() <= 10);
    }

    @Test
    void sendsAllToWhoNamesNumbersThatNobodyKnows() {
        Editor editor = Editor.of(TEXT);

        assertEquals(full(editor).getData(), since(editor, "0").getLeft().getData());
    }
}
