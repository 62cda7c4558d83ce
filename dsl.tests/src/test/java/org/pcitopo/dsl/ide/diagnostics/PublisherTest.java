package org.pcitopo.dsl.ide.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Session;

/** Editors that do not ask are told. */
class PublisherTest {

    private static final String URI = "file:///pcitopo-tests/pushed/main.pcitopo";
    private static final String WRONG = "nonsense";

    private final Session session = new Session(Session.simple());
    private final TextDocumentService documents = session.server().getTextDocumentService();

    @AfterEach
    void end() {
        session.close();
    }

    private void open(String text) {
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "pcitopo", 1, text)));
    }

    @Test
    void sendsTheProblemsOfAnOpenedFile() {
        open(WRONG);

        assertEquals("PCI001", session.client().nextDiagnostics().getDiagnostics().get(0).getCode().getLeft());
    }

    @Test
    void namesTheVersionThatItLookedAt() {
        open(WRONG);
        session.client().nextDiagnostics();
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(URI, 2),
                List.of(new TextDocumentContentChangeEvent("platform p { }"))));

        PublishDiagnosticsParams next = session.client().nextDiagnostics();
        assertEquals("2 []", next.getVersion() + " " + next.getDiagnostics());
    }

    @Test
    void takesBackWhatItSaidOfAClosedFile() {
        open(WRONG);
        session.client().nextDiagnostics();
        documents.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(URI)));

        assertEquals(List.of(), session.client().nextDiagnostics().getDiagnostics());
    }

    @Test
    void offersNoPull() {
        assertEquals(null, session.greeting().getCapabilities().getDiagnosticProvider());
    }
}
