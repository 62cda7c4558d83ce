package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;

/** Folders, files on the disk, buffers that are none, settings. */
class WorkspaceTest {

    private static final String HOST = "import \"types.pcitopo\"\nhost h { host-bridge 0000:00 { device 01.0 : disk } }";

    @TempDir
    private Path folder;
    private Session session;
    private TextDocumentService documents;

    @BeforeEach
    void start() {
        session = new Session(Session.modern(List.of(new WorkspaceFolder(folder.toUri().toString(), "test"))));
        documents = session.server().getTextDocumentService();
    }

    @AfterEach
    void end() {
        session.close();
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private void open(String uri, String text) {
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "pcitopo", 1, text)));
    }

    private List<String> codes(String uri) {
        return Session.get(documents.diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))))
                .getRelatedFullDocumentDiagnosticReport().getItems().stream().map(Diagnostic::getCode).map(code -> code.getLeft()).toList();
    }

    @Test
    void importsFromTheDisk() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        open(uri("main.pcitopo"), HOST);

        assertEquals(false, codes(uri("main.pcitopo")).contains("PCI002"));
    }

    @Test
    void seesAFileThatAppears() throws IOException {
        open(uri("main.pcitopo"), HOST);
        assertEquals(true, codes(uri("main.pcitopo")).contains("PCI003"));
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        session.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                List.of(new FileEvent(uri("types.pcitopo"), FileChangeType.Created))));

        assertEquals(false, codes(uri("main.pcitopo")).contains("PCI003"));
    }

    @Test
    void seesAFileThatChangesOnTheDisk() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "");
        open(uri("main.pcitopo"), HOST);
        codes(uri("main.pcitopo"));
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        session.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                List.of(new FileEvent(uri("types.pcitopo"), FileChangeType.Changed))));

        assertEquals(false, codes(uri("main.pcitopo")).contains("PCI002"));
    }

    @Test
    void seesAFileThatIsDeleted() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        open(uri("main.pcitopo"), HOST);
        codes(uri("main.pcitopo"));
        Files.delete(folder.resolve("types.pcitopo"));
        session.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                List.of(new FileEvent(uri("types.pcitopo"), FileChangeType.Deleted))));

        assertEquals(true, codes(uri("main.pcitopo")).contains("PCI003"));
    }

    @Test
    void answersOfAFileOutsideTheFolders() throws IOException {
        Path outside = Files.createTempDirectory("pcitopo-outside");
        Files.writeString(outside.resolve("types.pcitopo"), "device-type disk { }");
        String uri = outside.resolve("main.pcitopo").toUri().toString();
        open(uri, HOST);

        assertEquals(false, codes(uri).contains("PCI002"));
    }

    @Test
    void answersOfAFileWhoseNameHasBlanksAndOtherLetters() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        open(uri("mein Rechner größer #1.pcitopo"), HOST);

        assertEquals(false, codes(uri("mein Rechner größer #1.pcitopo")).contains("PCI002"));
    }

    @Test
    void answersOfAFileWithAnotherEnding() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "device-type disk { }");
        open(uri("machine.txt"), HOST);

        assertEquals(false, codes(uri("machine.txt")).contains("PCI002"));
    }

    @Test
    void takesAChangeWithoutVersion() {
        open(uri("main.pcitopo"), "");
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri("main.pcitopo"), null),
                List.of(new TextDocumentContentChangeEvent("import \"none.pcitopo\""))));

        assertEquals(List.of("PCI003"), codes(uri("main.pcitopo")));
    }

    @Test
    void prefersTheBufferToTheDisk() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "");
        open(uri("types.pcitopo"), "");
        open(uri("main.pcitopo"), HOST);
        codes(uri("main.pcitopo"));
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri("types.pcitopo"), 2),
                List.of(new TextDocumentContentChangeEvent("device-type disk { }"))));

        assertEquals(false, codes(uri("main.pcitopo")).contains("PCI002"));
    }

    @Test
    void goesBackToTheDiskWhenABufferIsClosed() throws IOException {
        Files.writeString(folder.resolve("types.pcitopo"), "");
        open(uri("types.pcitopo"), "device-type disk { }");
        open(uri("main.pcitopo"), HOST);
        codes(uri("main.pcitopo"));
        documents.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri("types.pcitopo"))));

        assertEquals(true, codes(uri("main.pcitopo")).contains("PCI002"));
    }

    @Test
    void refusesToImportFromOutside() {
        open(uri("main.pcitopo"), "import \"/etc/hostname\"");

        assertEquals(List.of("PCI004"), codes(uri("main.pcitopo")));
    }

    @Test
    void findsReferencesInClosedFiles() throws IOException {
        Files.writeString(folder.resolve("main.pcitopo"), HOST);
        open(uri("types.pcitopo"), "device-type disk { }");

        assertEquals(List.of(uri("main.pcitopo")), Session.get(documents.references(new ReferenceParams(
                new TextDocumentIdentifier(uri("types.pcitopo")), new Position(0, 13), new ReferenceContext(false)))).stream()
                .map(location -> location.getUri()).toList());
    }

    @Test
    void looksAtBuffersThatAreNoFiles() {
        open("untitled:Untitled-1", Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", ""));

        assertEquals(true, codes("untitled:Untitled-1").contains("PCI301"));
    }

    @Test
    void namesABufferAsTheEditorDoes() {
        open("untitled:Untitled-1", "device-type t { }\ndevice-type u extends t { }");

        assertEquals("untitled:Untitled-1", Session.get(documents.definition(new DefinitionParams(
                new TextDocumentIdentifier("untitled:Untitled-1"), new Position(1, 22)))).getLeft().get(0).getUri());
    }

    @Test
    void looksAtThePageSizeThatIsSet() {
        open(uri("main.pcitopo"), Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", ""));
        session.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(
                JsonParser.parseString("{\"pcitopo\": {\"pageSize\": \"4K\"}}")));

        assertEquals(List.of(), codes(uri("main.pcitopo")));
    }

    @Test
    void silencesAProblemThatIsSetOff() {
        open(uri("main.pcitopo"), Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", ""));
        session.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(
                JsonParser.parseString("{\"severity\": {\"PCI301\": \"off\"}}")));

        assertEquals(List.of(), codes(uri("main.pcitopo")));
    }
}
