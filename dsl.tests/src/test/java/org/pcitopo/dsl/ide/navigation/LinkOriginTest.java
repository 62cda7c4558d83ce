package org.pcitopo.dsl.ide.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Marked;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

/** Editors that mark what leads somewhere, and that show words beside proposals. */
class LinkOriginTest {

    private static final String URI = "file:///pcitopo-tests/origin.pcitopo";

    private static Session session(Marked marked) {
        InitializeParams params = Session.modern();
        DefinitionCapabilities definition = new DefinitionCapabilities();
        definition.setLinkSupport(true);
        params.getCapabilities().getTextDocument().setDefinition(definition);
        CompletionItemCapabilities item = params.getCapabilities().getTextDocument().getCompletion().getCompletionItem();
        item.setLabelDetailsSupport(true);
        Session session = new Session(params);
        session.server().getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "pcitopo", 1, marked.text())));
        return session;
    }

    private static LocationLink link(String text) {
        Marked marked = Marked.of(text);
        try (Session session = session(marked)) {
            return Session.get(session.server().getTextDocumentService().definition(
                    new DefinitionParams(new TextDocumentIdentifier(URI), marked.cursor()))).getRight().get(0);
        }
    }

    @Test
    void marksTheWholeAddressInsideACommandLine() {
        String text = Samples.arm("device 01.0 a : ssd", "command-line \"pci=resource_alignment=16@«00:0‸1.0»\"");

        assertEquals(Marked.of(text).ranges().get(0), link(text).getOriginSelectionRange());
    }

    @Test
    void marksTheNameThatIsDeclared() {
        String text = Samples.arm("device 01.0 a : s‸sd", "").replace("device-type ssd", "device-type «ssd»");

        assertEquals(Marked.of(text).ranges().get(0), link(text).getTargetSelectionRange());
    }

    @Test
    void showsTheWordsBesideAProposalOnTheirOwn() {
        Marked marked = Marked.of("device-type t { id 144‸ }");
        try (Session session = session(marked)) {
            assertEquals("Samsung Electronics Co Ltd", Session.get(session.server().getTextDocumentService().completion(
                    new CompletionParams(new TextDocumentIdentifier(URI), marked.cursor()))).getRight().getItems().stream()
                    .filter(one -> one.getLabel().equals("144d:")).findFirst().orElseThrow().getLabelDetails().getDescription());
        }
    }
}
