package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Session;

class EditorProcessTest {

    @Test
    void theServerEndsWithTheEditorThatStartedIt() throws IOException {
        Process editor = new ProcessBuilder("cat").start();
        InitializeParams params = Session.modern();
        params.setProcessId((int) editor.pid());
        Session session = new Session(params);
        editor.destroyForcibly();

        assertEquals(1, session.ended());
    }
}
