package org.pcitopo.dsl.ide.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

class CommandFeatureTest {

    private static final String TEXT = Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", "command-line \"quiet\"");

    private static Object execute(String command, Map<String, String> argument) {
        return Session.get(Editor.session().server().getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of(argument))));
    }

    @Test
    void areAnnounced() {
        assertTrue(Editor.session().greeting().getCapabilities().getExecuteCommandProvider().getCommands().contains("pcitopo.compare"));
    }

    @Test
    void takeTheFileAlone() {
        assertTrue(execute("pcitopo.compare", Map.of("uri", Editor.of(TEXT).uri())).toString().contains("boot stock compared"));
    }

    @Test
    void sayNothingOfABootThatIsNotThere() {
        assertNull(execute("pcitopo.compare", Map.of("uri", Editor.of(TEXT).uri(), "host", "cloud", "boot", "gone")));
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
        assertThrows(ResponseErrorException.class, () -> execute("pcitopo.dance", Map.of("uri", Editor.of(TEXT).uri())));
    }

    @Test
    void refuseToWorkOnNothing() {
        assertThrows(ResponseErrorException.class, () -> execute("pcitopo.compare", Map.of()));
    }

    @Test
    void sayItInAMessageWhereTheEditorShowsNoResults() {
        try (Session session = new Session(Session.simple())) {
            session.server().getTextDocumentService().didOpen(new DidOpenTextDocumentParams(
                    new TextDocumentItem("file:///pcitopo-tests/message.pcitopo", "pcitopo", 1, TEXT)));
            Session.get(session.server().getWorkspaceService().executeCommand(new ExecuteCommandParams("pcitopo.compare",
                    List.of(Map.of("uri", "file:///pcitopo-tests/message.pcitopo")))));

            assertEquals("Boot stock compared with an empty command line: nothing of note changes.", session.client().nextMessage().getMessage());
        }
    }
}
