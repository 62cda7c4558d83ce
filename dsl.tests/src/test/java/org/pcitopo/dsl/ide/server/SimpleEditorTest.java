package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pcitopo.dsl.ide.testkit.Marked;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

/** What an editor gets that says of itself hardly anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimpleEditorTest {

    private static final String TWO = "device 01.0 a : ssd\ndevice 02.0 b : ssd";

    private Session session;
    private TextDocumentService documents;
    private int count;

    @BeforeAll
    void start() {
        session = new Session(Session.simple());
        documents = session.server().getTextDocumentService();
    }

    @AfterAll
    void end() {
        session.close();
    }

    private TextDocumentIdentifier open(Marked marked) {
        String uri = "file:///pcitopo-tests/simple/" + count++ + ".pcitopo";
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "pcitopo", 1, marked.text())));
        return new TextDocumentIdentifier(uri);
    }

    private String hover(String text) {
        Marked marked = Marked.of(text);
        return Session.get(documents.hover(new HoverParams(open(marked), marked.cursor()))).getContents().getRight().getValue();
    }

    private List<CompletionItem> completion(String text) {
        Marked marked = Marked.of(text);
        return Session.get(documents.completion(new CompletionParams(open(marked), marked.cursor()))).getRight().getItems();
    }

    private List<Command> actions(String text) {
        Marked marked = Marked.of(text);
        return Session.get(documents.codeAction(new CodeActionParams(open(marked), marked.ranges().get(0), new CodeActionContext(List.of()))))
                .stream().map(action -> action.getLeft()).toList();
    }

    @Test
    void hoverIsPlainText() {
        String hover = hover(Samples.arm("device 01.0 ‸a : ssd", ""));

        assertTrue(hover.startsWith("a 0000:00:01.0") && !hover.contains("**") && !hover.contains("| :---"), hover);
    }

    @Test
    void documentationOfProposalsIsPlainText() {
        MarkupContent words = completion("platform p { ‸").stream().filter(item -> item.getLabel().equals("architecture")).findFirst().orElseThrow()
                .getDocumentation().getRight();

        assertEquals("plaintext", words.getKind());
    }

    @Test
    void proposalsHaveNoPlacesToFillIn() {
        assertTrue(completion("‸").stream().noneMatch(item -> item.getTextEdit().getLeft().getNewText().contains("$")));
    }

    @Test
    void symbolsAreAList() {
        assertTrue(Session.get(documents.documentSymbol(new DocumentSymbolParams(open(Marked.of(Samples.arm(TWO, "")))))).get(0).isLeft());
    }

    @Test
    void argumentsInSignaturesAreWords() {
        Marked marked = Marked.of(Samples.arm("", "command-line \"pci=resource_alignment=‸\""));

        assertEquals("order", Session.get(documents.signatureHelp(new SignatureHelpParams(open(marked), marked.cursor()))).getSignatures().get(0)
                .getParameters().get(0).getLabel().getLeft());
    }

    @Test
    void changesAreCommands() {
        assertFalse(actions(Samples.arm(TWO.replace(" a ", " «a» "), "")).isEmpty());
    }

    @Test
    void aCommandMakesItsChange() {
        Command ignore = actions(Samples.arm(TWO.replace(" a ", " «a» "), "")).stream().filter(command -> command.getTitle().startsWith("Ignore"))
                .findFirst().orElseThrow();
        Session.get(session.server().getWorkspaceService().executeCommand(new ExecuteCommandParams(ignore.getCommand(), ignore.getArguments())));

        assertTrue(session.client().nextEdit().getEdit().getChanges().values().iterator().next().get(0).getNewText().contains("// ignore PCI301"));
    }

    @Test
    void nothingIsFaded() {
        open(Marked.of(Samples.arm(TWO, "command-line \"pci=resource_alignment=16@00:09.0\"")));
        var problems = session.client().nextDiagnostics().getDiagnostics();

        assertTrue(problems.stream().allMatch(problem -> problem.getTags() == null));
    }

    @Test
    void diagnosticsAreNotOfferedForPulling() {
        assertNull(session.greeting().getCapabilities().getDiagnosticProvider());
    }
}
