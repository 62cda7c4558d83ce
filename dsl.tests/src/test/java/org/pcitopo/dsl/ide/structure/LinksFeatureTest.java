package org.pcitopo.dsl.ide.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Session;

class LinksFeatureTest {

    @TempDir
    private Path folder;

    private List<String> links(String text) {
        String uri = folder.resolve("machines").resolve("main.pcitopo").toUri().toString();
        var documents = Editor.session().server().getTextDocumentService();
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "pcitopo", 1, text)));
        return Session.get(documents.documentLink(new DocumentLinkParams(new TextDocumentIdentifier(uri)))).stream()
                .map(DocumentLink::getTarget).toList();
    }

    private Path log() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        return Files.writeString(folder.resolve("logs/boot.dmesg"), "a log");
    }

    @Test
    void leadToTheLineThatAFactWasReadFrom() throws IOException {
        assertEquals(List.of(log().toUri() + "#L5"), links("platform p { architecture aarch64 from \"logs/boot.dmesg\":5 }"));
    }

    @Test
    void leadNowhereWhereTheLogIsGone() {
        assertEquals(List.of(), links("platform p { architecture aarch64 from \"logs/boot.dmesg\":5 }"));
    }

    @Test
    void doNotLeadOutOfTheFolders() {
        assertEquals(List.of(), links("platform p { architecture aarch64 from \"/etc/hostname\":1 linux 6.12 from \"../../../etc/hostname\":1 }"));
    }

    @Test
    void surviveAFileNameThatIsNone() {
        assertEquals(List.of(), links("platform p { architecture aarch64 from \"\":5 linux 6.12 from \"a\\u0000b\":1 }"));
    }
}
